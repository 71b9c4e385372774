package io.fairlead.benchmarks.kill;

import io.fairlead.benchmarks.kill.FleetEntry.Kind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** All entries and devices of a campaign: both kinds of entry, both policies, and newcomers. */
final class Fleet {
    private static final int INDIVIDUALS = 6;
    private static final int GROUPS = 3;
    private static final int GROUP_SIZE = 4;
    private static final int KEY_BYTES = 32;

    private final List<FleetEntry> entries = new ArrayList<>();

    Fleet(String idScope, List<String> hubs, RandomGenerator random) {
        for (int number = 1; number <= INDIVIDUALS; number++) {
            add(idScope, "lone-m-" + number, Kind.INDIVIDUAL_MIGRATING, 1, hubs, random);
            add(idScope, "lone-r-" + number, Kind.INDIVIDUAL_RESETTING, 1, hubs, random);
        }
        for (int number = 1; number <= GROUPS; number++) {
            add(idScope, "crew-m-" + number, Kind.GROUP_MIGRATING, GROUP_SIZE, hubs, random);
            add(idScope, "crew-r-" + number, Kind.GROUP_RESETTING, GROUP_SIZE, hubs, random);
        }
        for (String hub : hubs) {
            add(
                    idScope,
                    "new-at-" + hub.substring(0, hub.indexOf('.')),
                    Kind.GROUP_OF_NEWCOMERS,
                    1,
                    List.of(hub),
                    random);
        }
    }

    private void add(String idScope, String id, Kind kind, int devices, List<String> hubs, RandomGenerator random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String hub = hubs.get(random.nextInt(hubs.size()));
        FleetEntry entry = new FleetEntry(idScope, id, kind, Base64.getEncoder().encodeToString(key), devices, hub);
        entry.begin();
        entries.add(entry);
    }

    List<FleetEntry> entries() {
        return entries;
    }

    /** In another order each time, so that no entry is always the last. */
    List<FleetEntry> shuffled(RandomGenerator random) {
        List<FleetEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        return shuffled;
    }

    /** Those that have not arrived yet, and about half of the others. */
    List<FleetEntry> movingNext(RandomGenerator random) {
        return shuffled(random).stream()
                .filter(entry -> !entry.isSettled() || random.nextBoolean())
                .toList();
    }

    Map<String, FleetDevice> devices() {
        return entries.stream()
                .flatMap(entry -> entry.devices().stream())
                .collect(Collectors.toMap(FleetDevice::id, Function.identity()));
    }
}
