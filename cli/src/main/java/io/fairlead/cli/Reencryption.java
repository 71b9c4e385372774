package io.fairlead.cli;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A walk over all secrets of a service, stretch by stretch; each is durable, and the walk may be begun anew. */
final class Reencryption {
    private static final String PATH = "/operator/v1/secrets/reencrypt";

    private final Api api;

    Reencryption(Api api) {
        this.api = api;
    }

    void run(PrintStream out) {
        long examined = 0;
        long renewed = 0;
        Map<String, Object> answer;
        String path = PATH;
        do {
            answer = api.ask(path);
            examined += number(answer, "examined");
            renewed += number(answer, "reencrypted");
            path = PATH + "?after=" + URLEncoder.encode(String.valueOf(answer.get("next")), StandardCharsets.UTF_8);
        } while (answer.containsKey("next"));
        out.printf(
                "%d of %d rows were encrypted anew. All secrets are encrypted with key %s now; other keys may be taken away.%n",
                renewed, examined, answer.get("key"));
    }

    private static long number(Map<String, Object> answer, String name) {
        return answer.get(name) instanceof Long count ? count : 0;
    }
}
