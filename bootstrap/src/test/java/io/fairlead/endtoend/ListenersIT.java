package io.fairlead.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two doors and what each of them leads to. */
@ExtendWith(SharedServer.class)
class ListenersIT {

    private final RunningServer server;

    ListenersIT(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void healthShouldBeUpOnThePlainDoor(String path) throws Exception {
        HttpResponse<String> answer = getPlain(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").contains("\"name\":\"fairlead\"");
    }

    @Test
    void metricsShouldBeServedOnThePlainDoor() throws Exception {
        assertThat(getPlain("/metrics").body()).contains("# TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/0ne00000000/registrations/a/operations/b",
                "/enrollments/a",
                "/openapi",
                "/health/../enrollments/a"
            })
    void apiShouldBeRefusedOnThePlainDoor(String path) throws Exception {
        HttpResponse<String> answer = getPlain(path + "?api-version=2021-10-01");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
        assertThat(answer.body()).contains("\"errorCode\":404202").contains("HTTPS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/",
                "/health/live",
                "/health/ready",
                "/health/started",
                "/metrics",
                "/metrics/base",
                "//health",
                "/x/../health",
                "/%68ealth",
                "/health;a=b"
            })
    void healthAndMetricsShouldBeAbsentFromTheTlsDoor(String path) throws Exception {
        HttpResponse<String> answer = getTls(path);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body())
                .contains("\"errorCode\"")
                .doesNotContain("\"UP\"")
                .doesNotContain("# TYPE");
    }

    @Test
    void certificateShouldHoldWhenOnlyTheAuthorityIsTrusted() throws Exception {
        assertThat(getTls("/").statusCode()).isBetween(400, 499);
    }

    @Test
    void certificateShouldBeRefusedWhenTheAuthorityIsNotTrusted() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(request(server.api("/")), HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tlsShouldUseAFreshKeyAndAuthenticatedEncryption(String protocol) throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            assertThat(socket.getSession().getCipherSuite())
                    .matches("TLS_(ECDHE_ECDSA_WITH_)?AES_(128|256)_GCM_SHA(256|384)");
        }
    }

    @Test
    void tlsShouldRefuseSuitesWithoutAFreshKeyOrWithCbc() throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(
                    new String[] {"TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void answersShouldNotTellWhatServerThisIs() throws Exception {
        assertThat(getTls("/").headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(getPlain("/health").headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    private SSLSocket socket() throws IOException {
        URI api = server.api("/");
        return (SSLSocket)
                Trust.in(server.caCertificate()).getSocketFactory().createSocket(api.getHost(), api.getPort());
    }

    private HttpResponse<String> getPlain(String path) throws Exception {
        return server.client()
                .send(request(URI.create(server.httpEndpoint() + path)), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> getTls(String path) throws Exception {
        return server.client().send(request(server.api(path)), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build();
    }
}
