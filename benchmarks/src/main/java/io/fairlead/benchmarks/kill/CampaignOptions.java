package io.fairlead.benchmarks.kill;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a campaign is told.
 *
 * @param seed of everything the campaign does; what the servers make of it also hangs on time
 * @param planted a bug to be caught, by the name of its file under {@code planted}
 */
record CampaignOptions(int kills, Database database, long seed, int movers, Optional<String> planted) {
    /** Which database lies under the servers. */
    enum Database {
        POSTGRESQL,
        H2
    }

    static final List<String> HUBS = List.of("hub-1.kill.test", "hub-2.kill.test", "hub-3.kill.test");

    /** How long a dead server's work is left to it. */
    static final Duration LEASE = Duration.ofSeconds(3);

    /** Beyond the lease: in this time everything that was under way must have ended. */
    static final Duration BOUND = Duration.ofSeconds(30);

    /**
     * Reads {@code --kills 200 --database postgresql|h2 [--seed n] [--movers n] [--planted name]}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static CampaignOptions parse(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            options.put(arguments[index], arguments[index + 1]);
        }
        if (arguments.length % 2 != 0
                || !List.of("--kills", "--database", "--seed", "--movers", "--planted")
                        .containsAll(options.keySet())) {
            throw new IllegalArgumentException(
                    "usage: --kills <n> --database postgresql|h2 [--seed <n>] [--movers <n>] [--planted <name>]");
        }
        return new CampaignOptions(
                Integer.parseInt(options.getOrDefault("--kills", "5")),
                Database.valueOf(
                        options.getOrDefault("--database", "postgresql").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(options.get("--seed"))
                        .map(Long::parseLong)
                        .orElseGet(() -> new Random().nextLong()),
                Integer.parseInt(options.getOrDefault("--movers", "8")),
                Optional.ofNullable(options.get("--planted")));
    }
}
