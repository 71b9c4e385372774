package io.fairlead.adapters.rest;

import static io.fairlead.adapters.rest.server.Slice.SCOPE;
import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Http;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.operation.OperationStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a client sends, it is told what is wrong: the documented status, the JSON error body, a message that helps. What
 * a server refuses before any application sees it, such as an escape that is no number, is tried on the server as shipped.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {
    private static final int LIMIT = 98_304;

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

    /** The same bodies for each request that has one. */
    static final List<Function<Slice, Http>> REQUESTS_WITH_BODY = List.of(
            slice -> slice.register("dev-1", ""),
            slice -> slice.request("POST", "/" + SCOPE + "/registrations/dev-1?" + VERSION),
            slice -> slice.asOwner("PUT", "/enrollments/dev-1?" + VERSION),
            slice -> slice.asOwner("PUT", "/enrollmentGroups/fleet?" + VERSION));

    @ParameterizedTest
    @FieldSource("REQUESTS_WITH_BODY")
    void bodiesThatAreNoJsonObjectShouldGet400(Function<Slice, Http> request) {
        for (String body : List.of("{", "{\"a\":}", "nonsense", "[]", "null", "7", "{} {}", "{\"a\":1,\"a\":2}", " ")) {
            Answer answer = request.apply(slice).json(body).send().refuses(400004);

            assertThat(answer.message()).as(body).startsWith("the JSON text ");
        }
    }

    @ParameterizedTest
    @FieldSource("REQUESTS_WITH_BODY")
    void depthBombsShouldGet400(Function<Slice, Http> request) {
        for (String bomb : List.of("[".repeat(90_000), "{\"a\":".repeat(15_000))) {
            Answer answer = request.apply(slice).json(bomb).send().refuses(400004);

            assertThat(answer.message()).contains("nested deeper than 64 levels");
        }
    }

    @ParameterizedTest
    @FieldSource("REQUESTS_WITH_BODY")
    void badUtf8ShouldGet400(Function<Slice, Http> request) {
        Answer answer = request.apply(slice)
                .json("")
                .body("{\"a\":\"ü\"}".getBytes(ISO_8859_1))
                .send()
                .refuses(400004);

        assertThat(answer.message()).isEqualTo("the JSON text is not valid UTF-8 (byte 7)");
    }

    @ParameterizedTest
    @FieldSource("REQUESTS_WITH_BODY")
    void wrongTypesShouldGet400WithTheField(Function<Slice, Http> request) {
        String body = "{\"registrationId\":7,\"enrollmentGroupId\":7}";

        Answer answer = request.apply(slice).json(body).send().refuses(400004);

        assertThat(answer.message()).endsWith("Id must be a string");
        assertThat(answer.json().object("info").orElseThrow().text("field").orElseThrow())
                .endsWith("Id");
    }

    @ParameterizedTest
    @FieldSource("REQUESTS_WITH_BODY")
    void bodiesOverTheLimitShouldGet413HoweverTheyAreFramed(Function<Slice, Http> request) {
        byte[] body = bodyOf(LIMIT + 1);

        request.apply(slice).json("").body(body).send().refuses(413001);
        request.apply(slice).json("").body(body).chunked(5000).send().refuses(413001);
        request.apply(slice)
                .json("")
                .body(bodyOf(10 * LIMIT))
                .chunked(50_000)
                .send()
                .refuses(413001);
    }

    @Test
    void bodiesAtTheLimitShouldBeRead() {
        assertThat(slice.register("dev-1", "").body(bodyOf(LIMIT)).send().status())
                .isEqualTo(202);
        assertThat(slice.register("dev-1", "")
                        .body(bodyOf(LIMIT))
                        .chunked(777)
                        .send()
                        .status())
                .isEqualTo(202);
        assertThat(slice.devices.registered.payload()).isPresent();
    }

    @Test
    void aBodyShorterThanItsLengthSaysShouldNotHarmTheServer() {
        Http cut = slice.register("dev-1", "{}").header("Content-Length", "3");

        assertThat(cut.tryToSend().map(Answer::status)).isIn(Optional.empty(), Optional.of(400));
        assertThat(slice.register("dev-1", "{}").send().status()).isEqualTo(202);
    }

    @Test
    void aBodyLongerThanItsLengthSaysShouldBeCut() {
        Answer answer = slice.register("dev-1", "{\"payload\":1}")
                .header("Content-Length", "5")
                .send()
                .refuses(400004);

        assertThat(answer.message()).contains("ends before it is complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application",
                ";;;"
            })
    void otherContentTypesShouldGet415(String contentType) {
        Answer answer = slice.register("dev-1", "{}")
                .header("Content-Type", contentType)
                .send()
                .refuses(415001);

        assertThat(answer.message()).contains("Content-Type: application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "APPLICATION/JSON", "application/json;charset=UTF-8"})
    void jsonInUtf8ShouldBeTakenHoweverItIsSpelled(String contentType) {
        assertThat(slice.register("dev-1", "{}")
                        .header("Content-Type", contentType)
                        .send()
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest(name = "Content-Encoding {0}: {1}")
    @CsvSource({"utf-8, 202", "UTF-8, 202", "identity, 202", "gzip, 415", "br, 415"})
    void contentEncodingsThatChangeTheBodyShouldGet415(String encoding, int status) {
        assertThat(slice.register("dev-1", "{}")
                        .header("Content-Encoding", encoding)
                        .send()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aBodyWithoutAContentTypeShouldBeTakenForJson() {
        Answer answer = slice.request("PUT", "/" + SCOPE + "/registrations/dev-1/register?" + VERSION)
                .body("{}".getBytes(UTF_8))
                .send();

        assertThat(answer.status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", ";;;", "image/*;q=x"})
    void answersShouldBeJsonWhateverTheClientWouldRatherHave(String accept) {
        assertThat(slice.register("dev-1", "{}").header("Accept", accept).send().text())
                .startsWith("{\"operationId\"");
        slice.register("dev-1", "x").header("Accept", accept).send().refuses(400004);
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

    private static byte[] bodyOf(int length) {
        String frame = "{\"payload\":\"\"}";
        return ("{\"payload\":\"" + "a".repeat(length - frame.length()) + "\"}").getBytes(UTF_8);
    }
}
