package io.fairlead.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param continuation the token of the next page, where the answer is a page and not the last
 */
public record Answer(int status, Optional<String> continuation, byte[] body) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The first member of this name that is a text, wherever it stands. A search instead of a parser: the answers that
     * are looked into hold no escapes, and the generator of load must be cheap.
     */
    public Optional<String> member(String name) {
        String text = text();
        String opening = '"' + name + "\":\"";
        int begin = text.indexOf(opening);
        if (begin < 0) {
            return Optional.empty();
        }
        int value = begin + opening.length();
        return Optional.of(text.substring(value, text.indexOf('"', value)));
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
