package io.fairlead.domain.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.fairlead.domain.allocation.HubChoice.Chosen;
import io.fairlead.domain.allocation.HubChoice.NoneEligible;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which hub a device gets. */
class HubAllocatorTest {
    private static final int DEVICES = 100_000;
    private static final double SPREAD_PERCENT = 2;
    private static final LinkedHub A = new LinkedHub(new HubName("a.example.com"), 1, true);
    private static final LinkedHub B = new LinkedHub(new HubName("b.example.com"), 1, true);
    private static final LinkedHub C = new LinkedHub(new HubName("c.example.com"), 3, true);
    private static final LinkedHub AWAY = new LinkedHub(new HubName("away.example.com"), 1, false);
    private static final LinkedHubs ALL = LinkedHubs.of(A, B, C, AWAY);
    private static final RegistrationId ID = new RegistrationId("device-1");

    /** Each hub has a share of at least a tenth, so that chance alone keeps well within two per cent of it. */
    static Stream<LinkedHubs> pools() {
        return Stream.of(
                weighted(1, 1), weighted(1, 1, 1), weighted(1, 2, 3, 4), weighted(1, 9), weighted(1000, 500, 500));
    }

    static Stream<LinkedHubs> poolsAndManyHubs() {
        return Stream.concat(pools(), Stream.of(weighted(10, 10, 10, 10, 10, 10, 10, 10)));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void hashedShouldSpreadByWeightWithinTwoPercent(LinkedHubs hubs) {
        Map<HubName, Long> counts = IntStream.range(0, DEVICES)
                .mapToObj(i -> hashed(hubs, i))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        double total = hubs.all().stream().mapToInt(LinkedHub::weight).sum();
        hubs.all()
                .forEach(hub -> assertThat((double) counts.get(hub.name()))
                        .as("devices on %s", hub)
                        .isCloseTo(DEVICES * hub.weight() / total, withinPercentage(SPREAD_PERCENT)));
    }

    @ParameterizedTest
    @MethodSource("poolsAndManyHubs")
    void onlyDevicesOfTheHubThatGoesShouldMove(LinkedHubs hubs) {
        HubName gone = hubs.all().get(0).name();
        LinkedHubs fewer = new LinkedHubs(hubs.all().subList(1, hubs.all().size()));
        for (int i = 0; i < DEVICES / 10; i++) {
            HubName before = hashed(hubs, i);
            HubName after = hashed(fewer, i);
            assertThat(after).isEqualTo(before.equals(gone) ? after : before).isNotEqualTo(gone);
        }
    }

    @ParameterizedTest
    @MethodSource("poolsAndManyHubs")
    void devicesShouldMoveToTheHubThatComesOnly(LinkedHubs hubs) {
        LinkedHub coming = new LinkedHub(new HubName("new.example.com"), 1, true);
        LinkedHubs more = new LinkedHubs(
                Stream.concat(hubs.all().stream(), Stream.of(coming)).toList());
        long moved = 0;
        for (int i = 0; i < DEVICES / 10; i++) {
            HubName after = hashed(more, i);
            assertThat(after).isIn(hashed(hubs, i), coming.name());
            moved += after.equals(coming.name()) ? 1 : 0;
        }
        assertThat(moved).isPositive();
    }

    @Test
    void moreWeightShouldOnlyDrawDevicesIn() {
        LinkedHubs before = weighted(1, 1, 1);
        LinkedHubs after = weighted(2, 1, 1);
        HubName heavier = before.all().get(0).name();
        for (int i = 0; i < DEVICES / 10; i++) {
            assertThat(hashed(after, i)).isIn(hashed(before, i), heavier);
        }
    }

    /** The choice is stored nowhere, so a new version of the service must choose as the old one did. */
    @Test
    void hashedShouldChooseAsItAlwaysDid() {
        LinkedHubs hubs = weighted(1, 2, 3, 4);
        assertThat(IntStream.range(0, 12).mapToObj(i -> hashed(hubs, i).value().substring(4, 5)))
                .containsExactly("2", "1", "0", "3", "0", "2", "3", "3", "0", "3", "1", "1");
    }

    @Test
    void hashedShouldIgnoreTheCaseOfTheIdAndTheOrderOfHubs() {
        LinkedHubs turned = LinkedHubs.of(AWAY, C, B, A);
        for (int i = 0; i < 1000; i++) {
            RegistrationId upper = new RegistrationId("DEVICE-" + i);
            assertThat(choice(AllocationPolicy.HASHED, List.of(), turned, upper))
                    .isEqualTo(new Chosen(hashed(ALL, i)));
        }
    }

    @Test
    void hashedShouldChooseAmongTheNamedHubs() {
        List<HubName> named = List.of(B.name(), AWAY.name(), new HubName("unlinked.example.com"));
        for (int i = 0; i < 100; i++) {
            assertThat(choice(AllocationPolicy.HASHED, named, ALL, device(i))).isEqualTo(new Chosen(B.name()));
        }
    }

    @Test
    void hashedShouldChooseNoneWhenNoneIsEligible() {
        assertThat(choose(AllocationPolicy.HASHED, LinkedHubs.of())).isInstanceOf(NoneEligible.class);
        assertThat(choose(AllocationPolicy.HASHED, LinkedHubs.of(AWAY))).isInstanceOf(NoneEligible.class);
        assertThat(choose(AllocationPolicy.HASHED, ALL, AWAY)).isInstanceOf(NoneEligible.class);
    }

    @Test
    void staticShouldChooseTheOneNamedHub() {
        assertThat(choose(AllocationPolicy.STATIC, ALL, B)).isEqualTo(new Chosen(B.name()));
    }

    @Test
    void staticShouldChooseNoneWhenTheHubIsNotEligible() {
        assertThat(choose(AllocationPolicy.STATIC, ALL)).isInstanceOf(NoneEligible.class);
        assertThat(choose(AllocationPolicy.STATIC, ALL, A, B)).isInstanceOf(NoneEligible.class);
        assertThat(choose(AllocationPolicy.STATIC, ALL, AWAY)).isInstanceOf(NoneEligible.class);
        assertThat(choose(AllocationPolicy.STATIC, LinkedHubs.of(A), B))
                .isInstanceOfSatisfying(
                        NoneEligible.class,
                        none -> assertThat(none.why()).contains(B.name().value()));
    }

    private static HubChoice choose(AllocationPolicy policy, LinkedHubs linked, LinkedHub... named) {
        return choice(policy, Stream.of(named).map(LinkedHub::name).toList(), linked, ID);
    }

    private static HubChoice choice(
            AllocationPolicy policy, List<HubName> named, LinkedHubs linked, RegistrationId id) {
        return HubAllocator.choose(new AllocationRequest(
                        policy,
                        named,
                        linked,
                        id,
                        Optional.empty(),
                        false,
                        RequestOrigin.UNKNOWN,
                        20,
                        new HubChoice.NotAsked()))
                .choice();
    }

    private static HubName hashed(LinkedHubs hubs, int device) {
        HubChoice choice = choice(AllocationPolicy.HASHED, List.of(), hubs, device(device));
        return ((Chosen) choice).hub();
    }

    private static RegistrationId device(int number) {
        return new RegistrationId("device-" + number);
    }

    private static LinkedHubs weighted(int... weights) {
        return new LinkedHubs(IntStream.range(0, weights.length)
                .mapToObj(i -> new LinkedHub(new HubName("hub-" + i + ".example.com"), weights[i], true))
                .toList());
    }
}
