package io.fairlead.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.0 200 OK\r\nX: y\r\n\r\n{}",
                "HTTP/1.1 200\r\ncontent-length:2\r\n\r\n{} and more",
                "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;a=b\r\n}\r\n0\r\n\r\n"
            })
    void readShouldReturnStatusAndBody(String text) throws IOException {
        HttpAnswer answer = read(text);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 65537\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10001\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2"
            })
    void readShouldRefuseWhatIsNoAnswer(String text) {
        assertThatExceptionOfType(WebhookProblem.class).isThrownBy(() -> read(text));
    }

    @Test
    void readShouldTakeTheLargestBodyAndNoLarger() throws IOException {
        String head = "HTTP/1.1 200 OK\r\n\r\n";
        assertThat(read(head + "x".repeat(WebhookSettings.MAX_BODY)).body()).hasSize(WebhookSettings.MAX_BODY);
        assertThatExceptionOfType(WebhookProblem.class)
                .isThrownBy(() -> read(head + "x".repeat(WebhookSettings.MAX_BODY + 1)));
    }

    @Test
    void readShouldRefuseAnEndlessHead() {
        assertThatExceptionOfType(WebhookProblem.class)
                .isThrownBy(() -> read("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(WebhookSettings.MAX_HEAD)));
        assertThatExceptionOfType(WebhookProblem.class)
                .isThrownBy(() -> read("HTTP/1.1 100 \r\n\r\n".repeat(WebhookSettings.MAX_HEAD)));
    }

    private static HttpAnswer read(String text) throws IOException {
        return new HttpAnswerReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).read();
    }
}
