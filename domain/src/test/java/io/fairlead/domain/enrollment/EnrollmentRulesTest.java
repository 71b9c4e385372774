package io.fairlead.domain.enrollment;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static io.fairlead.domain.fixture.SomeHubs.HUB_A;
import static io.fairlead.domain.fixture.SomeHubs.HUB_B;
import static io.fairlead.domain.fixture.SomeHubs.QUARANTINE;
import static io.fairlead.domain.fixture.SomeTwins.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.EnrollmentRules.Violation;
import io.fairlead.domain.fixture.EntryBuilder;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeTwins;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which entries may be saved. */
class EnrollmentRulesTest {
    private static final String TOO_LONG = "x".repeat(4097);

    static Stream<Arguments> kept() {
        return Stream.of(
                row("nothing optional", anEnrollment()),
                row("hashed over all", anEnrollment().withAllocation(AllocationPolicy.HASHED)),
                row(
                        "hashed over some",
                        anEnrollment().withAllocation(AllocationPolicy.HASHED).withHubs(HUB_A, HUB_B)),
                row(
                        "static",
                        anEnrollment().withAllocation(AllocationPolicy.STATIC).withHubs(HUB_A)),
                row(
                        "a hub out of allocation",
                        anEnrollment().withAllocation(AllocationPolicy.STATIC).withHubs(QUARANTINE)),
                row("geoLatency", anEnrollment().withAllocation(AllocationPolicy.GEO_LATENCY)),
                row("custom", anEnrollment().withWebhook("https://allocate.example.com/")),
                row("an initial twin", anEnrollment().withInitialTwin(SomeTwins.someInitialTwin())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void entryMayBeSavedWith(String what, EntryBuilder<?> entry) {
        assertThat(violations(entry, AllocationPolicy.HASHED)).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                row("a hub named twice", anEnrollment().withHubs("hub-a.example.com", "HUB-A.example.com"), "iotHubs"),
                row("a hub not linked", anEnrollment().withHubs("unlinked.example.com"), "iotHubs"),
                row("static without hub", anEnrollment().withAllocation(AllocationPolicy.STATIC), "iotHubs"),
                row(
                        "static with two",
                        anEnrollment().withAllocation(AllocationPolicy.STATIC).withHubs(HUB_A, HUB_B),
                        "iotHubs"),
                row(
                        "custom without webhook",
                        anEnrollment().withAllocation(AllocationPolicy.CUSTOM),
                        "customAllocationDefinition"),
                row("tags too long", withTwin(document("a", TOO_LONG), document()), "initialTwin"),
                row("desired too long", withTwin(document(), document("a", TOO_LONG)), "initialTwin"),
                row("tags too many", withTwin(manyBytes(3), document()), "initialTwin"),
                row("desired too many", withTwin(document(), manyBytes(9)), "initialTwin"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void entryMayNotBeSavedWith(String what, EntryBuilder<?> entry, String field) {
        assertThat(violations(entry, AllocationPolicy.HASHED)).hasSize(1).allSatisfy(violation -> {
            assertThat(violation.field()).isEqualTo(field);
            assertThat(violation.message()).isNotBlank();
        });
    }

    @Test
    void defaultOfTheInstanceShouldCountWhenEntryNamesNoPolicy() {
        assertThat(violations(anEnrollment(), AllocationPolicy.STATIC)).hasSize(1);
        assertThat(violations(anEnrollment().withHubs(HUB_A), AllocationPolicy.STATIC))
                .isEmpty();
        assertThat(violations(anEnrollment(), AllocationPolicy.CUSTOM)).hasSize(1);
    }

    @Test
    void everyBrokenRuleShouldBeTold() {
        EntryBuilder<?> entry = withTwin(document("a.b", 1), document("c d", TOO_LONG))
                .withAllocation(AllocationPolicy.CUSTOM)
                .withHubs("unlinked.example.com");
        assertThat(violations(entry, AllocationPolicy.HASHED))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "iotHubs", "customAllocationDefinition", "initialTwin", "initialTwin", "initialTwin");
    }

    @Test
    void unlinkedHubShouldBeNamedBesideTheLinkedOnes() {
        assertThat(violations(anEnrollment().withHubs("unlinked.example.com"), AllocationPolicy.HASHED))
                .extracting(Violation::message)
                .allSatisfy(message -> assertThat(message).contains("unlinked.example.com", HUB_A.value()));
    }

    @Test
    void initialConfigurationShouldBeEmptyWhenEntrySaysNothing() {
        assertThat(anEnrollment().terms().initialConfiguration())
                .isEqualTo(new InitialConfiguration(InitialTwin.EMPTY, DeviceCapabilities.NONE));
        assertThat(anEnrollment()
                        .withInitialTwin(SomeTwins.someInitialTwin())
                        .withCapabilities(new DeviceCapabilities(true))
                        .terms()
                        .initialConfiguration())
                .isEqualTo(new InitialConfiguration(SomeTwins.someInitialTwin(), new DeviceCapabilities(true)));
    }

    private static List<Violation> violations(EntryBuilder<?> entry, AllocationPolicy instanceDefault) {
        return EnrollmentRules.violations(entry.terms(), SomeHubs.someLinkedHubs(), instanceDefault);
    }

    private static EntryBuilder<?> withTwin(TwinDocument tags, TwinDocument desired) {
        return anEnrollment().withInitialTwin(new InitialTwin(tags, desired));
    }

    /** So many strings of the longest length. */
    private static TwinDocument manyBytes(int strings) {
        return document("a", Collections.nCopies(strings, "x".repeat(4096)));
    }

    private static Arguments row(Object... parts) {
        return Arguments.of(parts);
    }
}
