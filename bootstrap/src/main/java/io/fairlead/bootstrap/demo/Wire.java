package io.fairlead.bootstrap.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** JSON over HTTPS to the service, trusting its own authority and no other. */
record Wire(URI address, HttpClient http) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String API_VERSION = "2021-06-01";

    static Wire to(ServiceFacts service) {
        return new Wire(
                service.address(),
                HttpClient.newBuilder()
                        .sslContext(trusting(service.authority()))
                        .connectTimeout(PATIENCE)
                        .build());
    }

    /** One exchange. @throws StoryDiffers when the service refuses or cannot be reached */
    Answer send(String method, String path, String token, String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path + "?api-version=" + API_VERSION))
                .timeout(PATIENCE)
                .header("Authorization", token)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return accepted(method + " " + path, http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new StoryDiffers("%s %s got no answer: %s".formatted(method, path, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryDiffers("%s %s was interrupted".formatted(method, path));
        }
    }

    private static Answer accepted(String what, HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new StoryDiffers("%s was refused: %d %s".formatted(what, response.statusCode(), response.body()));
        }
        long retryAfter = response.headers().firstValueAsLong("Retry-After").orElse(0);
        return new Answer(response.statusCode(), object(what, response.body()), Duration.ofSeconds(retryAfter));
    }

    private static JsonObject object(String what, String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new StoryDiffers("%s was answered with something that is no JSON object: %s".formatted(what, text));
        }
    }

    private static SSLContext trusting(Path authority) {
        try (InputStream certificate = Files.newInputStream(authority)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StoryDiffers("%s cannot be used as an authority: %s".formatted(authority, e.getMessage()));
        }
    }

    /**
     * An accepted request's answer.
     *
     * @param retryAfter zero when the service names no time
     */
    record Answer(int status, JsonObject body, Duration retryAfter) {}
}
