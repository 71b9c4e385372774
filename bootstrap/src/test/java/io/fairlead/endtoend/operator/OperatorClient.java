package io.fairlead.endtoend.operator;

import io.fairlead.endtoend.RunningServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends signed requests, as a tool of an operator would. */
public record OperatorClient(RunningServer server, String policy, String key) {

    /** The owner of the service. */
    public static OperatorClient owner(RunningServer server) {
        String connection = server.serviceConnectionString();
        return new OperatorClient(
                server,
                "provisioningserviceowner",
                connection.substring(connection.indexOf("SharedAccessKey=") + "SharedAccessKey=".length()));
    }

    public OperatorClient as(String otherPolicy, String otherKey) {
        return new OperatorClient(server, otherPolicy, otherKey);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    public HttpResponse<String> put(String path, String body) {
        return send("PUT", path, body);
    }

    public HttpResponse<String> post(String path) {
        return send("POST", path, "");
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body);
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(server.api(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", token())
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            return server.client().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path, e);
        }
    }

    private String token() {
        long expiry = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] signature = mac.doFinal(("localhost\n" + expiry).getBytes(StandardCharsets.UTF_8));
            return "SharedAccessSignature sr=localhost&sig=%s&se=%d&skn=%s"
                    .formatted(
                            URLEncoder.encode(Base64.getEncoder().encodeToString(signature), StandardCharsets.UTF_8),
                            expiry,
                            policy);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
