package io.fairlead.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.allocation.HubChoice.Chosen;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which hub is the nearest, by which evidence, and when a device moves for it. */
class NearestHubTest {
    private static final Coordinates AMSTERDAM = new Coordinates(52.3676, 4.9041);
    private static final Coordinates DUBLIN = new Coordinates(53.3498, -6.2603);
    private static final Coordinates SYDNEY = new Coordinates(-33.8688, 151.2093);
    private static final LinkedHub WEST = hub("west", 1, "west-europe", AMSTERDAM);
    private static final LinkedHub NORTH = hub("north", 1, "north-europe", DUBLIN);
    private static final LinkedHub FAR = hub("far", 1, "australia", SYDNEY);
    private static final LinkedHub NOWHERE = new LinkedHub(new HubName("nowhere.example.com"), 1, true);
    private static final LinkedHub AWAY = new LinkedHub(
            new HubName("away.example.com"), 1, false, new HubPlace(Optional.empty(), Optional.of(SYDNEY)));
    private static final LinkedHubs ALL = LinkedHubs.of(WEST, NORTH, FAR, NOWHERE, AWAY);
    private static final RegistrationId ID = new RegistrationId("device-1");
    private static final int GAIN = 20;

    /**
     * Evidence, best first.
     *
     * @param expected null: by hash over all candidates
     */
    record Case(String name, RequestOrigin origin, LinkedHub expected, String grounds) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> evidence() {
        RequestOrigin times = times(Map.of(FAR, 30, WEST, 90));
        RequestOrigin everything = new RequestOrigin(
                times.roundTrips(), Optional.of(DUBLIN), regions("west-europe"), Optional.of(AMSTERDAM));
        return Stream.of(
                new Case("times before all else", everything, FAR, "round-trip times"),
                new Case(
                        "a hub without a time is never the nearest", times(Map.of(FAR, 9000)), FAR, "round-trip times"),
                new Case(
                        "coordinates before addresses",
                        new RequestOrigin(
                                Map.of(), Optional.of(DUBLIN), regions("west-europe"), Optional.of(AMSTERDAM)),
                        NORTH,
                        "coordinates sent by the device"),
                new Case(
                        "the table before the database",
                        new RequestOrigin(Map.of(), Optional.empty(), regions("west-europe"), Optional.of(SYDNEY)),
                        WEST,
                        "table of addresses"),
                new Case(
                        "the table's order",
                        new RequestOrigin(
                                Map.of(),
                                Optional.empty(),
                                regions("moon", "north-europe", "west-europe"),
                                Optional.empty()),
                        NORTH,
                        "table of addresses"),
                new Case(
                        "the database last",
                        new RequestOrigin(Map.of(), Optional.empty(), List.of(), Optional.of(SYDNEY)),
                        FAR,
                        "database of addresses"),
                new Case(
                        "evidence that knows no candidate is passed over",
                        new RequestOrigin(
                                Map.of(new HubName("other.example.com"), Duration.ofMillis(1)),
                                Optional.empty(),
                                regions("moon"),
                                Optional.of(SYDNEY)),
                        FAR,
                        "database of addresses"),
                new Case(
                        "a hub out of allocation is no candidate",
                        times(Map.of(AWAY, 1, NORTH, 50)),
                        NORTH,
                        "round-trip"),
                new Case("nothing", RequestOrigin.UNKNOWN, null, "without evidence: hashed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("evidence")
    void bestEvidenceShouldDecideAlone(Case it) {
        Allocation allocation = HubAllocator.choose(request(ALL, it.origin(), Optional.empty(), ID, GAIN));
        HubName expected = Optional.ofNullable(it.expected())
                .map(LinkedHub::name)
                .orElseGet(() -> WeightedRendezvous.highest(List.of(WEST, NORTH, FAR, NOWHERE), ID)
                        .orElseThrow()
                        .name());
        assertThat(allocation.choice()).isEqualTo(new Chosen(expected));
        assertThat(allocation.grounds()).contains(it.grounds());
    }

    /** Whether a device at the first hub moves to the second, by how long each takes to answer. */
    @ParameterizedTest(name = "now {0} ms, other {1} ms, gain of {2} % asked: moves {3}")
    @CsvSource({
        "100, 100, 0, false",
        "100, 99, 0, true",
        "100, 81, 20, false",
        "100, 80, 20, true",
        "100, 10, 90, true",
        "100, 11, 90, false",
        "100, 101, 0, false",
        "  , 9000, 99, true"
    })
    void deviceShouldMoveForEnoughGainOnly(Integer now, int then, int gain, boolean moves) {
        Map<LinkedHub, Integer> times = new HashMap<>(Map.of(NORTH, then));
        Optional.ofNullable(now).ifPresent(known -> times.put(WEST, known));
        HubChoice choice = HubAllocator.choose(request(ALL, times(times), Optional.of(WEST.name()), ID, gain))
                .choice();
        assertThat(choice).isEqualTo(new Chosen(moves ? NORTH.name() : WEST.name()));
    }

    /** Times that wander by a tenth move no device to and fro. */
    @Test
    void deviceShouldNotFlapWhenTimesWander() {
        HubName at = WEST.name();
        for (int round = 0; round < 50; round++) {
            int wander = round % 2 == 0 ? 10 : -10;
            at = chosen(
                    request(ALL, times(Map.of(WEST, 100 + wander, NORTH, 100 - wander)), Optional.of(at), ID, GAIN));
            assertThat(at).isEqualTo(WEST.name());
        }
    }

    @Test
    void deviceShouldStayWhenThereIsNoEvidence() {
        for (LinkedHub hub : List.of(WEST, NORTH, FAR, NOWHERE)) {
            assertThat(chosen(request(ALL, RequestOrigin.UNKNOWN, Optional.of(hub.name()), ID, GAIN)))
                    .isEqualTo(hub.name());
        }
    }

    @Test
    void deviceShouldLeaveHubThatIsNoCandidateAnyMore() {
        assertThat(chosen(request(ALL, times(Map.of(AWAY, 1, NORTH, 50)), Optional.of(AWAY.name()), ID, GAIN)))
                .isEqualTo(NORTH.name());
    }

    @Test
    void equalCostsShouldGoByWeightedHash() {
        LinkedHub light = hub("light", 1, "here", AMSTERDAM);
        LinkedHub heavy = hub("heavy", 3, "here", AMSTERDAM);
        LinkedHubs linked = LinkedHubs.of(light, heavy, FAR);
        RequestOrigin origin = new RequestOrigin(Map.of(), Optional.of(AMSTERDAM), List.of(), Optional.empty());
        Map<HubName, Long> counts = IntStream.range(0, 4000)
                .mapToObj(
                        i -> chosen(request(linked, origin, Optional.empty(), new RegistrationId("device-" + i), GAIN)))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(counts).containsOnlyKeys(light.name(), heavy.name());
        assertThat(counts.get(heavy.name())).isBetween(2850L, 3150L);
    }

    @Test
    void nothingShouldBeChosenWhenNoHubIsACandidate() {
        HubChoice choice = HubAllocator.choose(
                        request(LinkedHubs.of(AWAY), times(Map.of(AWAY, 1)), Optional.empty(), ID, GAIN))
                .choice();
        assertThat(choice).isInstanceOf(HubChoice.NoneEligible.class);
    }

    @Test
    void amongstShouldForgetHubsThatAreNotLinked() {
        RequestOrigin origin = times(Map.of(WEST, 1, NORTH, 2));
        assertThat(origin.amongst(LinkedHubs.of(WEST)).roundTrips()).containsOnlyKeys(WEST.name());
    }

    private static HubName chosen(AllocationRequest request) {
        return ((Chosen) HubAllocator.choose(request).choice()).hub();
    }

    private static AllocationRequest request(
            LinkedHubs linked, RequestOrigin origin, Optional<HubName> current, RegistrationId id, int gain) {
        return new AllocationRequest(
                AllocationPolicy.GEO_LATENCY,
                List.of(),
                linked,
                id,
                current,
                false,
                origin,
                gain,
                new HubChoice.NotAsked());
    }

    private static RequestOrigin times(Map<LinkedHub, Integer> millis) {
        Map<HubName, Duration> times = new HashMap<>();
        millis.forEach((hub, time) -> times.put(hub.name(), Duration.ofMillis(time)));
        return new RequestOrigin(times, Optional.empty(), List.of(), Optional.empty());
    }

    private static List<Region> regions(String... names) {
        return Stream.of(names).map(Region::new).toList();
    }

    private static LinkedHub hub(String name, int weight, String region, Coordinates at) {
        return new LinkedHub(
                new HubName(name + ".example.com"),
                weight,
                true,
                new HubPlace(Optional.of(new Region(region)), Optional.of(at)));
    }
}
