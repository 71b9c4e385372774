package io.fairlead.adapters.rest.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.domain.fixture.SomeMoments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.servlet.WebappContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The servlet on a servlet container, reached by an error dispatch's attributes. */
class ErrorPageServletTest {

    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource({
        "0, 404202",
        "400, 400004",
        "404, 404202",
        "405, 405001",
        "406, 400004",
        "413, 413001",
        "414, 400004",
        "415, 415001",
        "431, 400004",
        "500, 500001",
        "503, 500001"
    })
    void serviceShouldTellAStatusLikeEveryOtherRefusal(int status, int code) throws Exception {
        Answer answer = answer(status, null);

        assertThat(answer.refuses(code).header("Strict-Transport-Security")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource("500")
    void serviceShouldKeepTheExceptionToTheLog(int status) throws Exception {
        Answer answer = answer(status, new IllegalStateException("secret"));

        assertThat(answer.refuses(500001).text()).doesNotContain("secret");
    }

    private static Answer answer(int status, Throwable cause) throws IOException, InterruptedException {
        HttpServer server = new HttpServer();
        server.addListener(new NetworkListener("test", "127.0.0.1", 0));
        WebappContext context = new WebappContext("test", "");
        context.addServlet("errors", new ErrorPageServlet(() -> "some-guid", SettableClock.at(SomeMoments.NOW)))
                .addMapping("/error-page");
        context.addFilter("dispatch", (request, response, chain) -> {
                    if (status != 0) request.setAttribute("jakarta.servlet.error.status_code", status);
                    request.setAttribute("jakarta.servlet.error.exception", cause);
                    chain.doFilter(request, response);
                })
                .addMappingForUrlPatterns(null, "/*");
        context.deploy(server);
        server.start();
        try {
            return get(server.getListener("test").getPort());
        } finally {
            server.shutdownNow();
        }
    }

    private static Answer get(int port) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/error-page"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        assertThat(new String(response.body(), UTF_8)).isNotEmpty();
        return new Answer(response.statusCode(), headers, response.body());
    }
}
