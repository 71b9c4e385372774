package io.fairlead.endtoend.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are hardly HTTP, and messages whose length is not what they say. */
@ExtendWith(SharedServer.class)
class BadFramingIT {

    private static final String TARGET = "/0ne00000000/registrations/a/register?api-version=2021-10-01";
    private static final int MOST_BYTES = 96 * 1024;

    private final RunningServer server;

    BadFramingIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /enrollments/a HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /enrollments/a HTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /enrollments/a HTTP/1.1\r\n\r\n",
                "GET /enrollments/a HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /enrollments/a HTTP/1.1\r\nHost: lo cal{host\r\n\r\n",
                "GET /enrollments/a HTTP/1.1\r\nHost: localhost:99999999\r\n\r\n",
                "GET /enrollments/a HTTP/1.1\r\nHost: localhost\r\nno colon here\r\n\r\n",
                "GET /enrollments/a HTTP/1.1\r\nHost: localhost\r\nX-Bad: a\u0000b\r\n\r\n",
                "PUT /enrollments/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "PUT /enrollments/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\n\r\n0123456789",
                "PUT /enrollments/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "PUT /enrollments/a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n012345",
                "PUT /enrollments/a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
                "PUT /enrollments/a HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nnot a size\r\n0\r\n\r\n"
            })
    void requestShouldBeRefusedOrDroppedWhenItIsNotSoundHttp(String request) throws Exception {
        Optional<RawAnswer> answer;
        try (RawConnection connection = new RawConnection(server)) {
            answer = connection.send(request).answer();
        }

        answer.ifPresent(refused -> {
            assertThat(refused.status()).as(refused.toString()).isIn(400, 401, 413, 501, 505);
            refused.assertSilentOrRefusal();
        });
        assertStillServing();
    }

    /** The container waits for the rest of the first line; who ends instead gets nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE\r\n\r\n", "GET\r\n\r\n", "\u0016\u0003\u0001\u0002"})
    void connectionShouldBeClosedInSilenceWhenNoRequestComes(String bytes) throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            assertThat(connection.send(bytes).endOfInput().answer()).isEmpty();
        }
        assertStillServing();
    }

    @Test
    void requestShouldBeRefusedWhenAHeaderIsOversized() throws Exception {
        RawAnswer answer = RawConnection.exchange(
                        server,
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nX-Long: %s\r\n\r\n"
                                .formatted(TARGET, "x".repeat(40_000)))
                .orElseThrow();

        assertThat(answer.status()).isIn(400, 431);
        answer.assertSilentOrRefusal();
    }

    @Test
    void requestShouldBeRefusedWhenItHasAHundredHeaders() throws Exception {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            headers.append("X-").append(i).append(": 1\r\n");
        }
        RawAnswer answer = RawConnection.exchange(
                        server, "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(TARGET, headers))
                .orElseThrow();

        assertThat(answer.status()).isIn(400, 431);
        answer.assertSilentOrRefusal();
    }

    @Test
    void bodyShouldBeRefusedWhenItIsOver96Kilobytes() throws Exception {
        String body = "x".repeat(MOST_BYTES + 1);

        RawConnection.exchange(server, sized(body)).orElseThrow().assertRefusal(413);
        RawConnection.exchange(server, chunked(body)).orElseThrow().assertRefusal(413);
        assertStillServing();
    }

    @Test
    void bodyShouldBeRefusedBeforeItComesWhenItSaysItIsHuge() throws Exception {
        RawAnswer answer = RawConnection.exchange(server, head("Content-Length: 1000000000"))
                .orElseThrow();

        assertThat(answer.status()).isEqualTo(413);
        answer.assertSilentOrRefusal();
    }

    @Test
    void bodyShouldBeReadWhole96KilobytesLong() throws Exception {
        String body = "x".repeat(MOST_BYTES);

        RawConnection.exchange(server, sized(body)).orElseThrow().assertRefusal(400);
        RawConnection.exchange(server, chunked(body)).orElseThrow().assertRefusal(400);
    }

    @Test
    void requestShouldBeRefusedOrDroppedWhenItsBodyEndsEarly() throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            Optional<RawAnswer> answer = connection
                    .send(head("Content-Length: 100") + "{\"registrationId\":")
                    .endOfInput()
                    .answer();

            answer.ifPresent(refused -> refused.assertRefusal(400));
        }
        assertStillServing();
    }

    /** The chunks decide (RFC 9112, 6.3): whoever went by the length would swallow the second request and leave it unanswered. */
    @Test
    void requestBehindTheLastChunkShouldBeSeenWhenALengthHidesIt() throws Exception {
        String hidden = "GET /hidden/path HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String lastChunk = "0\r\n\r\n";
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(head("Transfer-Encoding: chunked\r\nContent-Length: " + (lastChunk + hidden).length())
                    + lastChunk
                    + hidden);

            assertThat(connection.answer().orElseThrow().status()).isBetween(400, 499);
            connection.answer().ifPresent(second -> second.assertRefusal(404));
        }
    }

    @Test
    void oldHttpShouldBeAnsweredAndClosed() throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            connection
                    .send("GET /enrollments/a?api-version=2021-10-01 HTTP/1.0\r\n\r\n")
                    .answer()
                    .orElseThrow()
                    .assertRefusal(401);

            assertThat(connection.answer()).as("what follows on the connection").isEmpty();
        }
    }

    @Test
    void pipelinedRequestsShouldBeAnsweredInTheirOrder() throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send(
                    "GET /enrollments/a?api-version=2021-10-01 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            + "GET /nothing/here?api-version=2021-10-01 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            + "PUT /0ne00000000/registrations/a/register HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");

            connection.answer().orElseThrow().assertRefusal(401);
            connection.answer().orElseThrow().assertRefusal(404);
            connection.answer().orElseThrow().assertRefusal(400);
        }
    }

    private void assertStillServing() throws IOException {
        RawConnection.exchange(server, "GET /enrollments/a?api-version=2021-10-01 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .orElseThrow()
                .assertRefusal(401);
    }

    private static String sized(String body) {
        return head("Content-Length: " + body.length()) + body;
    }

    private static String chunked(String body) {
        StringBuilder message = new StringBuilder(head("Transfer-Encoding: chunked"));
        int piece = 8_000;
        for (int start = 0; start < body.length(); start += piece) {
            String chunk = body.substring(start, Math.min(body.length(), start + piece));
            message.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return message.append("0\r\n\r\n").toString();
    }

    private static String head(String framing) {
        return "PUT %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n%s\r\n\r\n"
                .formatted(TARGET, framing);
    }
}
