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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever body a client sends, it is told what is wrong: the documented status, the JSON error body, a message that
 * helps.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BadBodyTest {
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

    private static byte[] bodyOf(int length) {
        String frame = "{\"payload\":\"\"}";
        return ("{\"payload\":\"" + "a".repeat(length - frame.length()) + "\"}").getBytes(UTF_8);
    }
}
