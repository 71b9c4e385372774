package io.fairlead.cli;

import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The service's own API over HTTPS. A refusal becomes a problem in the service's words. */
class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ABSENT = 404;
    private static final int FIRST_REFUSAL = 400;

    private final Connection connection;
    private final Signer signer;
    private final HttpClient http;

    Api(Connection connection, Signer signer, HttpClient http) {
        this.connection = connection;
        this.signer = signer;
        this.http = http;
    }

    /**
     * A record as the service holds it.
     *
     * @param etag its version, as its header has it
     */
    record Found(Map<String, Object> members, Optional<String> etag) {}

    /** A record; empty when there is none. */
    Optional<Found> get(String path) {
        HttpResponse<byte[]> answer = send(request(path).GET());
        return answer.statusCode() == ABSENT ? Optional.empty() : Optional.of(found(path, answer));
    }

    /** What a call that changes nothing but the audit log answers. */
    Map<String, Object> ask(String path) {
        return found(path, send(request(path).POST(BodyPublishers.noBody()))).members();
    }

    /** @param etag the version that it must still have */
    void put(String path, Map<String, Object> members, Optional<String> etag) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JsonText.write(members)));
        etag.ifPresent(version -> request.header("If-Match", version));
        refuse(path, send(request));
    }

    /** Makes what must not be there yet. */
    void create(String path, Map<String, Object> members) {
        refuse(
                path,
                send(request(path)
                        .header("Content-Type", "application/json")
                        .header("If-None-Match", "*")
                        .PUT(BodyPublishers.ofByteArray(JsonText.write(members)))));
    }

    /** @param etag the version that it must still have */
    void delete(String path, Optional<String> etag) {
        HttpRequest.Builder request = request(path).DELETE();
        etag.ifPresent(version -> request.header("If-Match", version));
        refuse(path, send(request));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://" + connection.endpoint() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Authorization", signer.token(connection.host()));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CliProblem("https://" + connection.endpoint() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliProblem("interrupted");
        }
    }

    private static Found found(String path, HttpResponse<byte[]> answer) {
        refuse(path, answer);
        return new Found(
                JsonText.parseObject(answer.body()).members(), answer.headers().firstValue("ETag"));
    }

    private static void refuse(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= FIRST_REFUSAL) {
            throw new CliProblem(
                    path.replaceFirst("\\?.*", "") + ": " + answer.statusCode() + " " + words(answer.body()));
        }
    }

    private static String words(byte[] body) {
        try {
            Map<String, Object> refusal = JsonText.parseObject(body).members();
            return String.valueOf(refusal.getOrDefault("detail", refusal.getOrDefault("message", "")));
        } catch (InvalidJson e) {
            return "an answer that is not the service's";
        }
    }
}
