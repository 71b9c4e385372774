package io.fairlead.endtoend.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MQTT and AMQP inside WebSocket frames on the HTTPS port, with handshakes as clients send them and as none should. */
@ExtendWith(SharedServer.class)
class WebSocketIT {
    private static final int PATIENCE_SECONDS = 30;
    /** Nobody enrolled it; where groups exist that cannot be told from a wrong key. */
    private static final String REFUSED = "$dps/registrations/res/40";

    private final RunningServer server;

    WebSocketIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "/$iothub/websocket, mqtt",
        "/$iothub/websocket?iothub-no-client-cert=true, mqtt",
        "/%24iothub/websocket, MQTT",
        "/mqtt, mqtt",
        "/, mqtt"
    })
    void deviceShouldBeServedOnEveryPathAndByEitherName(String path, String protocol) throws Exception {
        Ears ears = new Ears();
        WebSocket socket = open(path, protocol, ears);
        assertThat(socket.getSubprotocol()).isEqualTo(protocol);

        byte[] conversation = MqttDevice.conversation(server.idScope(), "web-socket-device");
        socket.sendBinary(ByteBuffer.wrap(conversation, 0, 20), false).join();
        socket.sendBinary(ByteBuffer.wrap(conversation, 20, conversation.length - 20), true)
                .join();

        ears.hear(REFUSED);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        ears.closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void amqpShouldBeSpokenByItsOwnName() throws Exception {
        Ears ears = new Ears();
        WebSocket socket = open("/$iothub/websocket", "AMQPWSB10", ears);

        socket.sendBinary(ByteBuffer.wrap(new byte[] {'A', 'M', 'Q', 'P', 3, 1, 0, 0}), true)
                .join();

        ears.hear("PLAIN");
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        ears.closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "AMQP"})
    void handshakeShouldBeRefusedWhenNobodySpeaksThat(String protocol) {
        assertThatThrownBy(() -> open("/mqtt", protocol, new Ears()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(400));
    }

    @Test
    void handshakeShouldBeRefusedOnAnyOtherPath() {
        assertThatThrownBy(() -> open("/enrollments/x", "mqtt", new Ears()))
                .cause()
                .isInstanceOf(WebSocketHandshakeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost/$iothub/websocket, 13, 101",
        "/mqtt, 12, 400",
        "/mqtt, 13, 101",
    })
    void handshakeShouldBeJudgedAsItIsWritten(String target, String version, int status) throws Exception {
        try (RawConnection connection = new RawConnection(server)) {
            connection.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: WebSocket\r\n"
                    + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: foo, MQTT\r\nSec-WebSocket-Version: " + version + "\r\n\r\n");
            RawAnswer answer = (status == 101 ? connection.answerToHead() : connection.answer()).orElseThrow();
            assertThat(answer.status()).isEqualTo(status);
            if (status == 101) {
                assertThat(answer.headers())
                        .containsEntry("sec-websocket-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                        .containsEntry("sec-websocket-protocol", "MQTT");
            } else {
                assertThat(answer.headers())
                        .containsEntry("sec-websocket-version", "13")
                        .containsEntry("x-ms-error-code", "400004");
                assertThat(answer.body()).contains("\"errorCode\":400004", "Sec-WebSocket-Version 13", "MQTT, mqtt");
            }
        }
    }

    @Test
    void requestWithoutUpgradeShouldBeAnsweredAsBefore() throws Exception {
        HttpResponse<String> answer = server.client()
                .send(HttpRequest.newBuilder(server.api("/mqtt")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private WebSocket open(String path, String protocol, Ears ears) {
        return server.client()
                .newWebSocketBuilder()
                .subprotocols(protocol)
                .buildAsync(URI.create("wss://" + server.deviceEndpoint() + path), ears)
                .join();
    }

    /** Hears everything, whatever the frames. */
    private static final class Ears implements WebSocket.Listener {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public synchronized CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            heard.writeBytes(bytes);
            notifyAll();
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }

        synchronized void hear(String text) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!heard.toString(StandardCharsets.ISO_8859_1).contains(text)) {
                assertThat(System.nanoTime()).as("heard only %s", heard).isLessThan(deadline);
                wait(100);
            }
        }
    }
}
