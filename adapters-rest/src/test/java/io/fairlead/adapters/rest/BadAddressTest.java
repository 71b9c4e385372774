package io.fairlead.adapters.rest;

import static io.fairlead.adapters.rest.server.Slice.SCOPE;
import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Http;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.operation.OperationStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever path, version, method or token a client sends, it is told what is wrong: the documented status, the JSON
 * error body, a message that helps. What a server refuses before any application sees it, such as an escape that is no
 * number, is tried on the server as shipped.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BadAddressTest {
    private Slice slice;

    @BeforeAll
    void start() {
        slice = new Slice();
        slice.devices.answer(OperationStatus.RUNNING, SomeRegistrations.someRegistration("dev-1"), Optional.empty());
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    static Stream<String> badIds() {
        return Stream.of(
                "a".repeat(129),
                "..%2f..%2fetc",
                "..%2F",
                "a%2fb",
                "a%5cb",
                "a%00b",
                "a%0d%0aSet-Cookie:x",
                "%2e%2e",
                "..",
                ".",
                "-a",
                "a.",
                "a%20b",
                "%C3%BC",
                "a;b=c",
                "a%3bb",
                "%3Cscript%3E",
                "a*b");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badIds")
    void badIdsShouldGet400OnEveryPath(String id) {
        String register = "/" + SCOPE + "/registrations/" + id + "/register?" + VERSION;
        for (Http request : List.of(
                slice.request("PUT", register).json("{}"),
                slice.request("POST", "/" + SCOPE + "/registrations/" + id + "?" + VERSION),
                slice.request("GET", "/" + SCOPE + "/registrations/" + id + "/operations/4.0.a?" + VERSION),
                slice.asOwner("GET", "/enrollments/" + id + "?" + VERSION),
                slice.asOwner("DELETE", "/enrollments/" + id + "?" + VERSION),
                slice.asOwner("PUT", "/enrollmentGroups/" + id + "?" + VERSION).json("{}"))) {
            request.send().refuses(400004);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4_0", "a%20b", "%00", "x%2f", "ä"})
    void badOperationIdsShouldGet400(String operation) {
        slice.request("GET", "/" + SCOPE + "/registrations/dev-1/operations/" + operation + "?" + VERSION)
                .send()
                .refuses(400004);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//enrollments/a", "/enrollments//a", "/enrollments/a//", "/./enrollments/a", "/a/%2e"})
    void pathsThatCanBeReadTwoWaysShouldGet400(String path) {
        slice.asOwner("GET", path + "?" + VERSION).send().refuses(400004);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "##, is missing",
                "api-version=, is missing",
                "version=2019-03-31, is missing",
                "api-version=latest, is not of the form",
                "api-version=2019-03-31%00, is not of the form",
                "api-version=2019-02-30, is no date",
                "api-version=2016-01-01, is older than",
            })
    void unknownApiVersionsShouldGet400(String query, String complaint) {
        for (Http request : List.of(
                slice.request("PUT", "/" + SCOPE + "/registrations/dev-1/register?" + query),
                slice.request("GET", "/" + SCOPE + "/registrations/dev-1/operations/4.0.a?" + query),
                slice.request("POST", "/" + SCOPE + "/registrations/dev-1?" + query),
                slice.asOwner("GET", "/enrollments/dev-1?" + query),
                slice.asOwner("DELETE", "/enrollments/dev-1?" + query),
                slice.asOwner("PUT", "/enrollmentGroups/fleet?" + query).json("{}"))) {
            assertThat(request.send().refuses(400004).message())
                    .contains(complaint)
                    .contains("send one such as");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, /s/registrations/d/register",
        "GET, /s/registrations/d/register",
        "DELETE, /s/registrations/d/register",
        "PATCH, /s/registrations/d/register",
        "OPTIONS, /s/registrations/d/register",
        "BREW, /s/registrations/d/register",
        "PUT, /s/registrations/d",
        "GET, /s/registrations/d",
        "PUT, /s/registrations/d/operations/4.0.a",
        "POST, /enrollments/d",
        "PATCH, /enrollments/d",
        "OPTIONS, /enrollments/d",
        "PATCH, /enrollmentGroups/g",
        "POST, /enrollmentGroups/g",
        "GET, /enrollments",
        "GET, /enrollmentGroups/g/attestationmechanism",
        "PUT, /registrations/d",
    })
    void wrongMethodsShouldGet405(String method, String path) {
        Answer answer = slice.asOwner(method, path + "?" + VERSION).send().refuses(405001);

        if (!method.equals("OPTIONS")) assertThat(answer.header("Allow")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/s",
                "/s/registrations",
                "/s/registrations/d/register/more",
                "/s/registrations/d/unregister",
                "/registrations",
                "/application.wadl",
                "/index.html",
                "/devices/d"
            })
    void unknownPathsShouldGet404(String path) {
        Answer answer = slice.asOwner("PUT", path + "?" + VERSION).json("{}").send();

        assertThat(answer.refuses(404202).message()).contains("/register");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "Bearer eyJhbGciOiJIUzI1NiJ9",
                "Basic dXNlcjpwYXNz",
                "SharedAccessSignature",
                "SharedAccessSignature sr=a&sig=b",
                "SharedAccessSignature sr=a&sig=AAAA&se=soon&skn=x",
                "SharedAccessSignature sr=a&sig=%zz&se=1&skn=x",
            })
    void garbledTokensShouldGet401(String token) {
        for (Http request : List.of(
                slice.register("dev-1", "{}"),
                slice.request("GET", "/" + SCOPE + "/registrations/dev-1/operations/4.0.a?" + VERSION),
                slice.asOwner("GET", "/enrollments/dev-1?" + VERSION))) {
            Answer answer = request.header("Authorization", token).send().refuses(401002);

            assertThat(answer.message()).contains("the shared access signature is malformed");
        }
    }

    @Test
    void accidentsShouldGet500AndTellNothing() {
        Slice broken = new Slice();
        try (broken) {
            broken.devices.fail(new IllegalStateException("jdbc:secret://password@host"));

            Answer answer = broken.register("dev-1", "{}").send().refuses(500001);

            assertThat(answer.text()).doesNotContain("secret").doesNotContain("IllegalState");
            assertThat(answer.message()).contains("tracking id");
        }
    }
}
