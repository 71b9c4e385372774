package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.Answer;
import io.fairlead.benchmarks.wire.HttpsConnection;
import io.fairlead.benchmarks.wire.OperatorCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A walk through the whole list by pages of the largest size: how many entries it met, and the tokens it got on the way,
 * from which any part of the list can be asked for.
 *
 * @param tokens in the order of the list
 */
record ListWalk(int entries, List<String> tokens, Duration time) {
    static final int SIZE = 1000;
    private static final int PARTS = 20;
    private static final String ITEM = "{\"registrationId\":\"";

    static ListWalk through(OperatorCalls operator, HttpsConnection connection) throws IOException {
        long begin = System.nanoTime();
        int entries = 0;
        List<String> tokens = new ArrayList<>();
        Optional<String> continuation = Optional.empty();
        do {
            Answer page = operator.page(connection, SIZE, continuation);
            if (!page.isSuccess()) {
                throw new IllegalStateException(page.text());
            }
            entries += occurrences(page.text());
            continuation = page.continuation();
            continuation.ifPresent(tokens::add);
        } while (continuation.isPresent());
        if (tokens.isEmpty()) {
            throw new IllegalStateException(
                    "a list of " + entries + " entries has one page only: take more than " + SIZE);
        }
        return new ListWalk(entries, tokens, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** A token of the first twentieth of the list. */
    String nearTheStart() {
        return tokens.get(ThreadLocalRandom.current().nextInt(part()));
    }

    /** A token of the last twentieth. */
    String nearTheEnd() {
        return tokens.get(tokens.size() - 1 - ThreadLocalRandom.current().nextInt(part()));
    }

    String anywhere() {
        return tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
    }

    private int part() {
        return Math.max(1, tokens.size() / PARTS);
    }

    private static int occurrences(String text) {
        int count = 0;
        for (int at = text.indexOf(ITEM); at >= 0; at = text.indexOf(ITEM, at + 1)) {
            count++;
        }
        return count;
    }
}
