package io.fairlead.adapters.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.domain.registration.WebhookReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An operator's program on the loopback that answers as it is told. */
final class TestWebhook implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private int status = 200;
    private byte[] answer = {};
    private Map<String, String> fields = Map.of();

    TestWebhook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        targets.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " of "
                + exchange.getRequestHeaders().getFirst("Host"));
        bodies.add(exchange.getRequestBody().readAllBytes());
        fields.forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    synchronized void answers(int nextStatus, byte[] body) {
        status = nextStatus;
        answer = body;
    }

    synchronized void answers(WebhookReply.Answered reply) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("iotHubHostName", reply.hub().value());
        reply.initialTwin()
                .ifPresent(twin -> tree.put(
                        "initialTwin",
                        Map.of(
                                "tags",
                                twin.tags().members(),
                                "properties",
                                Map.of("desired", twin.desired().members()))));
        reply.payload().ifPresent(payload -> tree.put("payload", payload.members()));
        answers(200, JsonText.writeWithNulls(tree));
    }

    synchronized void redirects(String to) {
        answers(302, new byte[0]);
        fields = Map.of("Location", to);
    }

    /** What was asked, oldest first. */
    synchronized List<Map<String, Object>> asked() {
        return bodies.stream().map(body -> JsonText.parseObject(body).members()).toList();
    }

    synchronized List<String> targets() {
        return List.copyOf(targets);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
