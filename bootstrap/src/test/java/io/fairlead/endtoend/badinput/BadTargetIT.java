package io.fairlead.endtoend.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Request targets and methods that mean nothing, or try to mean something else. */
@ExtendWith(SharedServer.class)
class BadTargetIT {

    private static final String VERSION = "api-version=2021-10-01";

    private final RunningServer server;

    BadTargetIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/0ne00000000/registrations/..%2f..%2fsecrets/register",
                "/0ne00000000/registrations/%2e%2e/register",
                "/0ne00000000/registrations/a%2Fb/register",
                "/0ne00000000/registrations/a%5cb/register",
                "/0ne00000000/registrations/a%00b/register",
                "/0ne00000000/registrations/a%0d%0aSet-Cookie:x/register",
                "/0ne00000000/registrations/%ff%fe/register",
                "/0ne00000000/registrations/%zz/register",
                "/0ne00000000/registrations/a%/register",
                "/0ne00000000/registrations/a;b=c/register",
                "/0ne00000000/registrations//register",
                "/0ne00000000//registrations/a/register",
                "/0ne00000000/registrations/a/../b/register",
                "/0ne00000000/registrations/a/./register",
                "//0ne00000000/registrations/a/register",
                "/0ne00000000/registrations/a|b/register",
                "/0ne00000000/registrations/{a}/register",
                "/0ne00000000/registrations/<a>/register",
                "/0ne00000000/registrations/a\"b/register",
                "/0ne00000000/registrations/a\\b/register",
                "/0ne00000000/registrations/a^b/register",
                "/0ne00000000/registrations/\u00e4/register",
                "https://[::1/0ne00000000/registrations/a/register"
            })
    void targetShouldBeRefusedWhenItCannotNameADevice(String target) throws Exception {
        put(target + "?" + VERSION).assertRefusal(400);
    }

    @Test
    void idShouldBeRefusedWhenItHas129Characters() throws Exception {
        put("/0ne00000000/registrations/" + "a".repeat(129) + "/register?" + VERSION)
                .assertRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/web-inf/classes",
                "/META-INF/MANIFEST.MF",
                "/index.html",
                "/favicon.ico",
                "/",
                "/application.wadl",
                "/health",
                "/metrics",
                "/management/domain",
                "/0ne00000000",
                "/0ne00000000/registrations",
                "/0ne00000000/registrations/a/register/more",
                "/enrollments/a/b/c",
                "/unknown/path"
            })
    void pathShouldBeUnknownWhenNoResourceServesIt(String path) throws Exception {
        RawAnswer answer = get(path + "?" + VERSION);

        answer.assertRefusal(answer.status());
        assertThat(answer.status()).as(answer.toString()).isIn(404, 405);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 405",
        "POST, 405",
        "PATCH, 405",
        "DELETE, 405",
        "OPTIONS, 405",
        "TRACE, 405",
        "PROPFIND, 405",
        "put, 405",
        "FOO, 405"
    })
    void methodShouldBeRefusedWhenTheResourceDoesNotKnowIt(String method, int status) throws Exception {
        answerTo(method, "/0ne00000000/registrations/a/register?" + VERSION).assertRefusal(status);
    }

    @Test
    void headShouldBeAnsweredWithoutABody() throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            RawAnswer answer = connection
                    .send(request("HEAD", "/enrollments/a?" + VERSION))
                    .answerToHead()
                    .orElseThrow();

            assertThat(answer.status()).isIn(401, 405);
            assertThat(connection
                            .send(request("GET", "/enrollments/a?" + VERSION))
                            .answer()
                            .orElseThrow()
                            .status())
                    .as("the next request on the same connection")
                    .isEqualTo(401);
        }
    }

    /** The container sees no path to hand on, and answers by itself: with a status alone. */
    @ParameterizedTest
    @CsvSource({"CONNECT, localhost:443", "OPTIONS, *", "GET, *", "PUT, 0ne00000000/registrations/a/register"})
    void targetShouldBeRefusedWhenItIsNoPath(String method, String target) throws Exception {
        RawAnswer answer = answerTo(method, target);

        assertThat(answer.status()).isIn(400, 404, 405);
        answer.assertSilentOrRefusal();
    }

    /** The description holds no secret; below it there is nothing. */
    @Test
    void openApiShouldDescribeTheOperatorApiAndNothingElse() throws Exception {
        assertThat(get("/openapi").status()).isEqualTo(200);
        assertThat(get("/openapi/nothing").status()).isEqualTo(404);
    }

    @Test
    void absoluteTargetShouldBeServedAsItsPath() throws Exception {
        String authority = "localhost:" + server.api("/").getPort();

        get("https://" + authority + "/enrollments/a?" + VERSION).assertRefusal(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api-version=",
                "api-version=2016-01-01",
                "api-version=latest",
                "api-version=%zz",
                "api-version=2021-13-45"
            })
    void registrationShouldBeRefusedWhenTheApiVersionIsNoVersion(String query) throws Exception {
        put("/0ne00000000/registrations/a/register?" + query).assertRefusal(400);
    }

    @Test
    void targetShouldBeRefusedWhenItIsLongerThanTheServerReads() throws Exception {
        Optional<RawAnswer> answer = RawConnection.exchange(
                server, request("GET", "/enrollments/a?" + VERSION + "&x=" + "y".repeat(40_000)));

        assertThat(answer).hasValueSatisfying(refused -> {
            assertThat(refused.status()).isIn(400, 414, 431);
            refused.assertSilentOrRefusal();
        });
    }

    private RawAnswer put(String target) throws IOException {
        return answerTo("PUT", target);
    }

    private RawAnswer get(String target) throws IOException {
        return answerTo("GET", target);
    }

    private RawAnswer answerTo(String method, String target) throws IOException {
        return RawConnection.exchange(server, request(method, target)).orElseThrow();
    }

    private static String request(String method, String target) {
        return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n".formatted(method, target);
    }
}
