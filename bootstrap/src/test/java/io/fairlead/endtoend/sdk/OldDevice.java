package io.fairlead.endtoend.sdk;

import io.fairlead.endtoend.RunningServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A device of before native reprovisioning: the published SDKs that spoke such api-versions are gone, so this one speaks by hand. */
record OldDevice(RunningServer server, String registrationId, String key) {

    private static final Pattern OPERATION = Pattern.compile("\"operationId\":\"([0-9a-zA-Z.-]+)\"");
    private static final int MOST_POLLS = 30;

    /** Registers and polls. @return the final answer's body */
    String register(String apiVersion) throws IOException, InterruptedException {
        String base = "/%s/registrations/%s".formatted(server.idScope(), registrationId);
        HttpClient http = server.client();
        HttpResponse<String> answer = http.send(
                request(base + "/register", apiVersion)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"registrationId\":\"%s\"}".formatted(registrationId)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpRequest poll = request(base + "/operations/" + operation(answer.body()), apiVersion)
                .build();
        for (int polls = 0; polls < MOST_POLLS && answer.statusCode() == 202; polls++) {
            await(answer.headers().firstValueAsLong("Retry-After").orElseThrow());
            answer = http.send(poll, HttpResponse.BodyHandlers.ofString());
        }
        return answer.body();
    }

    /** Registers, and polls so often without a pause. @return the answers to the polls */
    List<HttpResponse<String>> pollAtOnce(String apiVersion, int polls) throws IOException, InterruptedException {
        String base = "/%s/registrations/%s".formatted(server.idScope(), registrationId);
        HttpClient http = server.client();
        HttpResponse<String> promise = http.send(
                request(base + "/register", apiVersion)
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpRequest poll = request(base + "/operations/" + operation(promise.body()), apiVersion)
                .build();
        List<HttpResponse<String>> answers = new ArrayList<>();
        while (answers.size() < polls) {
            answers.add(http.send(poll, HttpResponse.BodyHandlers.ofString()));
        }
        return answers;
    }

    private static void await(long seconds) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
                .join();
    }

    private HttpRequest.Builder request(String path, String apiVersion) {
        return HttpRequest.newBuilder(server.api(path + "?api-version=" + apiVersion))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", token());
    }

    private static String operation(String body) {
        Matcher matcher = OPERATION.matcher(body);
        if (!matcher.find()) {
            throw new AssertionError("no operation in " + body);
        }
        return matcher.group(1);
    }

    private String token() {
        String resource = encoded(server.idScope() + "/registrations/" + registrationId);
        long expiry = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
            byte[] signature = mac.doFinal((resource + "\n" + expiry).getBytes(StandardCharsets.UTF_8));
            return "SharedAccessSignature sr=%s&sig=%s&se=%d&skn=registration"
                    .formatted(resource, encoded(Base64.getEncoder().encodeToString(signature)), expiry);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
