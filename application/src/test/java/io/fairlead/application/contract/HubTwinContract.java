package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.ModuleState;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.device.TwinSection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The twin: kept as given, changed in sections, aged by section. */
public interface HubTwinContract extends HubContract {

    @Test
    default void twinShouldBeReadBackWhatItSays() {
        HubDeviceKey key = someKey();
        TwinDocument everything = HubDocuments.everything();
        DeviceTwin twin = new DeviceTwin(
                everything,
                TwinSection.initial(everything),
                can(HubFeature.TWIN_REPORTED_WRITE) ? TwinSection.initial(everything) : TwinSection.EMPTY);
        created(key, HubSamples.withTwin(someState(), twin));
        assertThat(read(key).state().twin()).isEqualTo(twin);
    }

    @Test
    default void createShouldLeaveOutWhatIsNull() {
        HubDeviceKey key = someKey();
        TwinDocument full = HubDocuments.withNulls();
        TwinDocument plain = full.withoutNulls();
        DeviceTwin twin = new DeviceTwin(full, TwinSection.initial(full), TwinSection.EMPTY);
        DeviceState state = HubSamples.withTwin(someState(), twin);
        created(key, state);
        assertThat(read(key).state().twin().tags()).isEqualTo(plain);
        assertThat(read(key).state().twin().desired().content()).isEqualTo(plain);
        assertThat(hubs().create(key, state, HubSamples.CREDENTIAL, HubSamples.MARK))
                .isInstanceOf(CreateOutcome.AlreadyOurs.class);
    }

    @Test
    default void usersShouldMergeTheirPatches() {
        HubDeviceKey key = someKey();
        created(key, HubSamples.withTwin(someState(), HubDocuments.nested().asTwin()));
        users().backEndPatches(key, HubDocuments.removingOneLeaf(), HubDocuments.removingOneLeaf());
        users().deviceReports(key, HubDocuments.withNulls());
        DeviceTwin twin = read(key).state().twin();
        assertThat(twin.tags()).isEqualTo(HubDocuments.nestedWithoutThatLeaf());
        assertThat(twin.desired()).isEqualTo(new TwinSection(HubDocuments.nestedWithoutThatLeaf(), 2));
        assertThat(twin.reported())
                .isEqualTo(new TwinSection(HubDocuments.withNulls().withoutNulls(), 2));
    }

    @Test
    default void replaceTwinShouldRemoveWhatIsNotGiven() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        TwinDocument tags = HubSamples.document("owner", "b");
        TwinDocument desired = HubSamples.document("mode", "eco");
        HubSnapshot replaced = hubs().replaceTwin(key, tags, desired, created.versions());
        DeviceTwin old = created.state().twin();
        assertThat(replaced.state().twin())
                .isEqualTo(new DeviceTwin(tags, old.desired().becoming(desired), old.reported()));
        assertThat(read(key)).isEqualTo(replaced);
    }

    @Test
    default void sectionVersionShouldGrowByOneWithEachChangeOfItsOwn() {
        HubDeviceKey key = someKey();
        HubSnapshot before = created(key);
        users().backEndPatches(key, HubSamples.document("owner", "b"), TwinDocument.EMPTY);
        HubSnapshot tagged = read(key);
        assertThat(tagged.state().twin().desired())
                .isEqualTo(before.state().twin().desired());
        assertThat(tagged.versions().twinTag()).isNotEqualTo(before.versions().twinTag());

        users().backEndPatches(key, TwinDocument.EMPTY, HubSamples.document("mode", "eco"));
        users().deviceReports(key, HubSamples.document("mode", "eco"));
        users().deviceReports(key, HubSamples.document("mode", "sport"));
        DeviceTwin after = read(key).state().twin();
        assertThat(after.desired().version())
                .isEqualTo(before.state().twin().desired().version() + 1);
        assertThat(after.reported().version())
                .isEqualTo(before.state().twin().reported().version() + 2);
    }

    @Test
    default void reportedShouldMoveTheTwinTagAndNotTheIdentityTag() {
        HubDeviceKey key = someKey();
        HubSnapshot before = created(key);
        users().deviceReports(key, HubSamples.document("battery", 3));
        HubSnapshot after = read(key);
        assertThat(after.versions().twinTag()).isNotEqualTo(before.versions().twinTag());
        assertThat(after.versions().identityTag()).isEqualTo(before.versions().identityTag());
        assertThat(after.versions().incarnation()).isEqualTo(before.versions().incarnation());
    }

    @Test
    default void createShouldBeginAtTheGivenVersionsWhereTheyAreKept() {
        HubDeviceKey key = someKey();
        boolean reported = can(HubFeature.TWIN_REPORTED_WRITE);
        TwinDocument some = HubSamples.document("mode", "eco");
        DeviceTwin aged = new DeviceTwin(
                some, new TwinSection(some, 41), new TwinSection(reported ? some : TwinDocument.EMPTY, 17));
        created(key, HubSamples.withTwin(someState(), aged));
        boolean kept = can(HubFeature.VERSIONS_KEPT);
        assertThat(read(key).state().twin().desired().version()).isEqualTo(kept ? 41 : 1);
        assertThat(read(key).state().twin().reported().version()).isEqualTo(kept ? 17 : 1);
    }

    @Test
    default void twinShouldGoWithItsDevice() {
        HubDeviceKey key = someKey();
        HubSnapshot old = created(key);
        users().deviceReports(key, HubSamples.document("battery", 3));
        hubs().delete(key, old.versions());
        DeviceState plain = HubSamples.INITIAL.asState(HubDeviceStatus.ENABLED);
        assertThat(created(key, plain).state()).isEqualTo(plain);
        assertThat(read(key).state().twin().reported()).isEqualTo(TwinSection.EMPTY);
        assertThat(read(key).state().twin().desired().version()).isEqualTo(1);
    }

    @Test
    default void restoreReportedShouldReplaceItWhole() {
        HubDeviceKey key = someKey();
        HubSnapshot before = created(key);
        TwinDocument reported = HubSamples.document("battery", 3);
        if (!can(HubFeature.TWIN_REPORTED_WRITE)) {
            assertRefusedUnchanged(
                    Kind.UNSUPPORTED, key, () -> hubs().restoreReported(key, reported, before.versions()));
            return;
        }
        HubSnapshot after = hubs().restoreReported(key, reported, before.versions());
        DeviceTwin old = before.state().twin();
        assertThat(after.state().twin())
                .isEqualTo(
                        new DeviceTwin(old.tags(), old.desired(), old.reported().becoming(reported)));
        assertThat(read(key)).isEqualTo(after);
    }

    @Test
    default void createShouldRefuseReportedWhereOnlyTheDeviceCanWriteIt() {
        if (can(HubFeature.TWIN_REPORTED_WRITE)) {
            return;
        }
        HubDeviceKey key = someKey();
        DeviceTwin twin = new DeviceTwin(
                TwinDocument.EMPTY, TwinSection.EMPTY, TwinSection.initial(HubSamples.document("battery", 3)));
        DeviceState state = HubSamples.withTwin(someState(), twin);
        assertRefused(Kind.UNSUPPORTED, () -> hubs().create(key, state, HubSamples.CREDENTIAL, HubSamples.MARK));
        assertThat(hubs().read(key)).isEmpty();
    }

    @Test
    default void resetTwinShouldLeaveTheInitialConfigurationAndTheStatus() {
        HubDeviceKey key = someKey();
        boolean disables = can(HubFeature.DISABLE);
        HubDeviceStatus status = disables ? HubDeviceStatus.disabled("stolen") : HubDeviceStatus.ENABLED;
        created(key, someState().withStatus(status));
        users().deviceReports(key, HubSamples.document("battery", 3));
        HubSnapshot before = read(key);
        HubSnapshot after = hubs().resetTwin(key, HubSamples.INITIAL, HubSamples.CREDENTIAL, before.versions());
        assertThat(after.state().hasContentOf(HubSamples.INITIAL.asState(status)))
                .isTrue();
        assertThat(after.state().status()).isEqualTo(status);
        assertThat(after.credentialFingerprint()).contains(HubSamples.CREDENTIAL.fingerprint());
        assertThat(after.mark()).contains(HubSamples.MARK);
        assertThat(read(key)).isEqualTo(after);
        boolean sameDevice =
                after.versions().incarnation().equals(before.versions().incarnation());
        assertThat(sameDevice).isEqualTo(can(HubFeature.ATOMIC_RESET));
        if (sameDevice) {
            assertThat(after.state().twin().desired().version())
                    .isEqualTo(before.state().twin().desired().version() + 1);
            assertThat(after.state().twin().reported().version())
                    .isEqualTo(before.state().twin().reported().version() + 1);
        }
    }

    @Test
    default void resetTwinShouldBringTheCredentialWhereItCreatesAnew() {
        HubDeviceKey key = someKey();
        HubSnapshot before = created(key);
        hubs().resetTwin(key, HubSamples.INITIAL, HubSamples.OTHER_CREDENTIAL, before.versions());
        boolean anew = !can(HubFeature.ATOMIC_RESET);
        assertThat(users().canConnect(key, HubSamples.OTHER_CREDENTIAL)).isEqualTo(anew);
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isEqualTo(!anew);
    }

    @Test
    default void modulesShouldComeAndGoWithTheirDevice() {
        HubDeviceKey key = someKey();
        TwinSection desired = new TwinSection(HubSamples.document("zoom", 2), can(HubFeature.VERSIONS_KEPT) ? 9 : 1);
        ModuleState one = new ModuleState("lens", new DeviceTwin(TwinDocument.EMPTY, desired, TwinSection.EMPTY));
        ModuleState other = new ModuleState("Lens", DeviceTwin.EMPTY);
        DeviceState state = new DeviceState(
                HubDeviceStatus.ENABLED,
                HubSamples.INITIAL.capabilities(),
                HubSamples.INITIAL.twin().asTwin(),
                List.of(one, other));
        if (!can(HubFeature.MODULES)) {
            assertRefused(Kind.UNSUPPORTED, () -> hubs().create(key, state, HubSamples.CREDENTIAL, HubSamples.MARK));
            assertThat(hubs().read(key)).isEmpty();
            return;
        }
        HubSnapshot created = created(key, state);
        assertThat(read(key).state().modules()).containsExactlyInAnyOrder(one, other);
        hubs().delete(key, created.versions());
        assertThat(created(key, state.withoutModules()).state().modules()).isEmpty();
    }

    @Test
    default void moduleShouldBeSeenWhenSomebodyAddsOne() {
        if (!can(HubFeature.MODULES)) {
            return;
        }
        HubDeviceKey key = someKey();
        created(key);
        ModuleState late = new ModuleState("late", DeviceTwin.EMPTY);
        users().addModule(key, late);
        assertThat(read(key).state().modules())
                .contains(late)
                .hasSize(someState().modules().size() + 1);
    }
}
