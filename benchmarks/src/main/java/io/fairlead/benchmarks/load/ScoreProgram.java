package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.DeviceCalls;
import io.fairlead.benchmarks.wire.Endpoint;
import java.io.IOException;

/** Prints what one first registration, one repeat and one move say to PostgreSQL, in its order. */
public final class ScoreProgram {
    private static final String DEVICE = "score-device";

    private ScoreProgram() {}

    public static void main(String... arguments) throws IOException {
        try (LoadSite site = LoadSite.start()) {
            site.enroll();
            Endpoint endpoint = site.endpoint();
            Scores scores = new Scores(endpoint, site.population(), site.statements());
            DeviceCalls device = new DeviceCalls(endpoint.idScope(), DEVICE, LoadSite.keyOfMember(DEVICE));
            // The very first one also meets caches that are still empty.
            scores.of(
                    "score-other",
                    new DeviceCalls(endpoint.idScope(), "score-other", LoadSite.keyOfMember("score-other")));
            print("first registration", scores.of(DEVICE, device));
            print("repeat", scores.of(DEVICE, device));
            site.flip();
            print("move", scores.of(DEVICE, device));
        }
        Runtime.getRuntime().exit(0);
    }

    private static void print(String name, StatementScore score) {
        System.out.printf("%n## %s: %s%n%s", name, score.summary(), score.text());
    }
}
