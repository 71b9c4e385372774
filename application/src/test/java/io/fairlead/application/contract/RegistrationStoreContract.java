package io.fairlead.application.contract;

import static io.fairlead.domain.fixture.SomeRegistrations.assignedRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.fullRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.someRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.withETag;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.fixture.EveryField;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store of registration records promises; its lists are in {@link RegistrationPagingContract}. */
public interface RegistrationStoreContract extends DatabaseUnderTest {

    @Test
    default void findShouldReturnEveryFieldThatWasInserted() {
        EveryField.assertSet(fullRegistration());
        insert(fullRegistration());
        Kept.assertSame(find("Full-Device:1"), fullRegistration());
    }

    @Test
    default void findShouldReturnNothingOptionalWhenNothingWasInserted() {
        insert(someRegistration());
        Kept.assertSame(find("some-device"), someRegistration());
    }

    @Test
    default void findShouldIgnoreCaseAndKeepTheWrittenOne() {
        insert(someRegistration("Device-ABC"));
        Kept.assertSame(find("dEVICE-abc"), someRegistration("Device-ABC"));
    }

    @Test
    default void findShouldBeEmptyWhenAbsent() {
        assertThat(find("some-device")).isEmpty();
    }

    @Test
    default void insertShouldBeRefusedWhenIdIsTaken() {
        insert(someRegistration());
        DeviceRegistration second = withETag(someRegistration("SOME-device"), "etag-2");
        assertThat(this.<Boolean>doing(stores -> stores.registrations().insert(second)))
                .isFalse();
        Kept.assertSame(find("some-device"), someRegistration());
    }

    @Test
    default void insertShouldSucceedOnceWhenManyRace() {
        List<Boolean> won = Race.among(
                Race.RACERS,
                racer ->
                        doing(stores -> stores.registrations().insert(withETag(someRegistration(), "racer-" + racer))));
        assertThat(won).containsOnlyOnce(true);
        assertThat(find("some-device").orElseThrow().etag()).isEqualTo(new ETag("racer-" + won.indexOf(true)));
    }

    @Test
    default void transactionShouldGoOnWhenInsertWasRefused() {
        insert(someRegistration());
        boolean otherInserted = doing(stores -> !stores.registrations().insert(someRegistration())
                && stores.registrations().insert(someRegistration("other")));
        assertThat(otherInserted).isTrue();
        assertThat(find("other")).isPresent();
    }

    @Test
    default void replaceShouldChangeEveryField() {
        DeviceRegistration bare = withETag(someRegistration("Full-Device:1"), "bare");
        insert(bare);
        assertThat(replace(fullRegistration(), "bare")).isTrue();
        Kept.assertSame(find("Full-Device:1"), fullRegistration());
        assertThat(replace(bare, fullRegistration().etag().value())).isTrue();
        Kept.assertSame(find("Full-Device:1"), bare);
    }

    @Test
    default void replaceShouldBeRefusedWhenVersionIsAnotherOrAbsent() {
        insert(someRegistration());
        assertThat(replace(withETag(someRegistration(), "etag-2"), "etag-0")).isFalse();
        assertThat(replace(someRegistration("other"), "etag-1")).isFalse();
        Kept.assertSame(find("some-device"), someRegistration());
        assertThat(find("other")).isEmpty();
    }

    @Test
    default void replaceShouldSucceedOnceWhenManyRaceFromOneVersion() {
        insert(someRegistration());
        List<Boolean> won =
                Race.among(Race.RACERS, racer -> replace(withETag(someRegistration(), "racer-" + racer), "etag-1"));
        assertThat(won).containsOnlyOnce(true);
        assertThat(find("some-device").orElseThrow().etag()).isEqualTo(new ETag("racer-" + won.indexOf(true)));
    }

    @Test
    default void removeShouldHoldToTheVersion() {
        insert(someRegistration());
        assertThat(remove("some-device", "etag-0")).isFalse();
        assertThat(remove("other", "etag-1")).isFalse();
        assertThat(find("some-device")).isPresent();
        assertThat(remove("SOME-device", "etag-1")).isTrue();
        assertThat(find("some-device")).isEmpty();
    }

    @Test
    default void insertShouldSucceedAgainAfterRemove() {
        insert(someRegistration());
        remove("some-device", "etag-1");
        insert(fullRegistration());
        insert(someRegistration());
        Kept.assertSame(find("some-device"), someRegistration());
    }

    @Test
    default void assignedToShouldFollowTheAssignment() {
        HubDeviceKey onA = SomeHubs.place(SomeHubs.HUB_A, "some-device");
        HubDeviceKey onB = SomeHubs.place(SomeHubs.HUB_B, "some-device");
        DeviceRegistration before = assignedRegistration("some-device", SomeHubs.HUB_A);
        DeviceRegistration after = withETag(assignedRegistration("some-device", SomeHubs.HUB_B), "etag-3");
        insert(before);
        Kept.assertSame(assignedTo(onA), before);
        assertThat(assignedTo(onB)).isEmpty();
        replace(after, before.etag().value());
        assertThat(assignedTo(onA)).isEmpty();
        Kept.assertSame(assignedTo(onB), after);
        remove("some-device", "etag-3");
        assertThat(assignedTo(onB)).isEmpty();
    }

    @Test
    default void assignedToShouldTellDevicesApart() {
        insert(assignedRegistration("some-device", SomeHubs.HUB_A));
        insert(assignedRegistration("other", SomeHubs.HUB_A));
        insert(someRegistration("unassigned"));
        assertThat(assignedTo(SomeHubs.place(SomeHubs.HUB_A, "other"))
                        .orElseThrow()
                        .id())
                .isEqualTo(new RegistrationId("other"));
        assertThat(assignedTo(SomeHubs.place(SomeHubs.HUB_A, "Some-Device"))).isEmpty();
        assertThat(assignedTo(SomeHubs.place(SomeHubs.HUB_A, "unassigned"))).isEmpty();
    }

    private void insert(DeviceRegistration registration) {
        assertThat(this.<Boolean>doing(stores -> stores.registrations().insert(registration)))
                .isTrue();
    }

    private boolean replace(DeviceRegistration registration, String expected) {
        return doing(stores -> stores.registrations().replace(registration, new ETag(expected)));
    }

    private boolean remove(String id, String expected) {
        return doing(stores -> stores.registrations().remove(new RegistrationId(id), new ETag(expected)));
    }

    private Optional<DeviceRegistration> find(String id) {
        return seen(stores -> stores.registrations().find(new RegistrationId(id)));
    }

    private Optional<DeviceRegistration> assignedTo(HubDeviceKey place) {
        return seen(stores -> stores.registrations().assignedTo(place));
    }
}
