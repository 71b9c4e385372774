package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.HubException.Kind;
import io.fairlead.application.port.HubRegistry.CreateOutcome;
import io.fairlead.application.port.HubRegistry.DeleteOutcome;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.identity.DeviceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices come, are told apart, and go. */
public interface HubIdentityContract extends HubContract {

    @Test
    default void readShouldBeEmptyWhenDeviceIsAbsent() {
        assertThat(hubs().read(someKey())).isEmpty();
    }

    @Test
    default void createShouldBeReadBackWhole() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        assertThat(created.key()).isEqualTo(key);
        assertThat(created.state()).isEqualTo(someState());
        assertThat(created.mark()).contains(HubSamples.MARK);
        assertThat(created.credentialFingerprint()).contains(HubSamples.CREDENTIAL.fingerprint());
        assertThat(read(key)).isEqualTo(created);
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isTrue();
    }

    @Test
    default void createShouldBeOneDeviceWhenRepeatedUnderTheSameMark() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        CreateOutcome again = hubs().create(key, someState(), HubSamples.CREDENTIAL, HubSamples.MARK);
        assertThat(again).isInstanceOf(CreateOutcome.AlreadyOurs.class);
        assertThat(again.device()).isEqualTo(created).isEqualTo(read(key));
    }

    @Test
    default void createShouldChangeNothingWhenTheDeviceHasAnotherMark() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        CreateOutcome foreign = hubs().create(key, someState(), HubSamples.CREDENTIAL, HubSamples.OTHER_MARK);
        assertThat(foreign).isInstanceOf(CreateOutcome.Exists.class);
        assertThat(foreign.device()).isEqualTo(created).isEqualTo(read(key));
    }

    @Test
    default void createShouldChangeNothingWhenTheSameMarkMadeOtherContent() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        DeviceState other = HubSamples.INITIAL.asState(HubDeviceStatus.ENABLED);
        CreateOutcome outcome = hubs().create(key, other, HubSamples.CREDENTIAL, HubSamples.MARK);
        assertThat(outcome).isInstanceOf(CreateOutcome.Exists.class);
        assertThat(outcome.device()).isEqualTo(created).isEqualTo(read(key));
    }

    @Test
    default void createShouldChangeNothingWhenAThirdPartyWasThere() {
        HubDeviceKey key = someKey();
        users().thirdPartyCreates(key, someState(), HubSamples.CREDENTIAL);
        HubSnapshot there = read(key);
        CreateOutcome outcome = hubs().create(key, someState(), HubSamples.CREDENTIAL, HubSamples.MARK);
        assertThat(there.mark()).isEmpty();
        assertThat(outcome).isEqualTo(new CreateOutcome.Exists(there));
        assertThat(read(key)).isEqualTo(there);
    }

    @Test
    default void hubsShouldNotSeeEachOther() {
        HubDeviceKey key = someKey();
        HubDeviceKey elsewhere = new HubDeviceKey(otherHub(), key.device());
        HubSnapshot here = created(key);
        assertThat(hubs().read(elsewhere)).isEmpty();
        HubSnapshot there = created(elsewhere, HubSamples.INITIAL.asState(HubDeviceStatus.ENABLED));
        assertThat(read(key)).isEqualTo(here).isNotEqualTo(there);
        assertThat(hubs().delete(elsewhere, there.versions())).isEqualTo(DeleteOutcome.DELETED);
        assertThat(read(key)).isEqualTo(here);
    }

    @Test
    default void deleteShouldBeAbsentWhenThereIsNone() {
        HubVersions any = created(someKey()).versions();
        assertThat(hubs().delete(someKey(), any)).isEqualTo(DeleteOutcome.ABSENT);
    }

    @Test
    default void deleteShouldRemoveOnceWhenRepeated() {
        HubDeviceKey key = someKey();
        HubVersions versions = created(key).versions();
        assertThat(hubs().delete(key, versions)).isEqualTo(DeleteOutcome.DELETED);
        assertThat(hubs().read(key)).isEmpty();
        assertThat(hubs().delete(key, versions)).isEqualTo(DeleteOutcome.ABSENT);
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isFalse();
    }

    @Test
    default void deleteShouldLeaveTheDeviceWhenItHasChanged() {
        HubDeviceKey key = someKey();
        HubVersions stale = created(key).versions();
        hubs().updateCredential(key, HubSamples.OTHER_CREDENTIAL, stale);
        boolean sees = can(HubFeature.CONDITIONAL_DELETE);
        assertThat(hubs().delete(key, stale)).isEqualTo(sees ? DeleteOutcome.CHANGED : DeleteOutcome.DELETED);
        assertThat(hubs().read(key).isPresent()).isEqualTo(sees);
    }

    @Test
    default void deleteShouldLeaveTheNextIncarnationAlone() {
        HubDeviceKey key = someKey();
        HubVersions old = created(key).versions();
        hubs().delete(key, old);
        HubSnapshot next = created(key);
        assertThat(next.versions().incarnation()).isNotEqualTo(old.incarnation());
        assertThat(hubs().delete(key, old)).isEqualTo(DeleteOutcome.ABSENT);
        assertThat(read(key)).isEqualTo(next);
    }

    @Test
    default void setStatusShouldShutTheDeviceOutAndLetItInAgain() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        HubDeviceStatus banned = HubDeviceStatus.disabled("stolen");
        if (!can(HubFeature.DISABLE)) {
            assertRefusedUnchanged(Kind.UNSUPPORTED, key, () -> hubs().setStatus(key, banned, created.versions()));
            return;
        }
        HubSnapshot disabled = hubs().setStatus(key, banned, created.versions());
        assertThat(disabled.state()).isEqualTo(created.state().withStatus(banned));
        assertThat(read(key)).isEqualTo(disabled);
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isFalse();

        HubSnapshot enabled = hubs().setStatus(key, HubDeviceStatus.ENABLED, disabled.versions());
        assertThat(enabled.state()).isEqualTo(created.state());
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isTrue();
    }

    @Test
    default void createShouldKeepTheDeviceOutWhenItsStatusSaysSo() {
        if (!can(HubFeature.DISABLE)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key, someState().withStatus(HubSamples.MARK.asStatus()));
        assertThat(HubSamples.MARK.holds(read(key).state().status())).isTrue();
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isFalse();
        assertThat(hubs().create(key, someState(), HubSamples.CREDENTIAL, HubSamples.MARK))
                .isEqualTo(new CreateOutcome.AlreadyOurs(created));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "größer als früher: ключ 鍵 🔑", ""})
    default void statusReasonShouldBeReadBackWhatItSays(String start) {
        if (!can(HubFeature.DISABLE)) {
            return;
        }
        HubDeviceKey key = someKey();
        HubDeviceStatus status = HubDeviceStatus.disabled(start.isEmpty() ? "é".repeat(128) : start);
        hubs().setStatus(key, status, created(key).versions());
        assertThat(read(key).state().status()).isEqualTo(status);
    }

    @Test
    default void enabledShouldKeepAReason() {
        HubDeviceKey key = someKey();
        HubDeviceStatus status = new HubDeviceStatus(true, Optional.of("watched since spring"));
        assertThat(created(key, someState().withStatus(status)).state().status())
                .isEqualTo(status);
        assertThat(read(key).state().status()).isEqualTo(status);
    }

    @Test
    default void updateCredentialShouldLetInWhoHoldsTheNewOne() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        HubSnapshot rolled = hubs().updateCredential(key, HubSamples.OTHER_CREDENTIAL, created.versions());
        assertThat(rolled.credentialFingerprint()).contains(HubSamples.OTHER_CREDENTIAL.fingerprint());
        assertThat(rolled.state()).isEqualTo(created.state());
        assertThat(read(key)).isEqualTo(rolled);
        assertThat(users().canConnect(key, HubSamples.OTHER_CREDENTIAL)).isTrue();
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isFalse();
    }

    @Test
    default void certificateShouldReplaceKeysAndBeReplacedByAnother() {
        HubDeviceKey key = someKey();
        HubSnapshot created = created(key);
        HubSnapshot rolled = hubs().updateCredential(key, HubSamples.CERTIFICATE, created.versions());
        assertThat(rolled.credentialFingerprint()).contains(HubSamples.CERTIFICATE.fingerprint());
        assertThat(users().canConnect(key, HubSamples.CERTIFICATE)).isTrue();
        assertThat(users().canConnect(key, HubSamples.CREDENTIAL)).isFalse();
        hubs().updateCredential(key, HubSamples.OTHER_CERTIFICATE, rolled.versions());
        assertThat(users().canConnect(key, HubSamples.OTHER_CERTIFICATE)).isTrue();
        assertThat(users().canConnect(key, HubSamples.CERTIFICATE)).isFalse();
    }

    @Test
    default void createShouldLetInWhoHoldsTheCertificate() {
        HubDeviceKey key = someKey();
        hubs().create(key, someState(), HubSamples.CERTIFICATE, HubSamples.MARK);
        assertThat(users().canConnect(key, HubSamples.CERTIFICATE)).isTrue();
        assertThat(users().canConnect(key, HubSamples.OTHER_CERTIFICATE)).isFalse();
    }

    @Test
    default void adoptShouldBringCredentialAndCapabilitiesAndKeepTheRest() {
        HubDeviceKey key = someKey();
        users().thirdPartyCreates(key, someState(), HubSamples.CREDENTIAL);
        HubSnapshot there = read(key);
        HubSnapshot adopted = hubs().adopt(key, HubSamples.OTHER_CREDENTIAL, DeviceCapabilities.NONE, there.versions());
        assertThat(adopted.state().capabilities()).isEqualTo(DeviceCapabilities.NONE);
        assertThat(adopted.credentialFingerprint()).contains(HubSamples.OTHER_CREDENTIAL.fingerprint());
        assertThat(adopted.state().twin()).isEqualTo(there.state().twin());
        assertThat(adopted.state().status()).isEqualTo(there.state().status());
        assertThat(adopted.state().modules()).isEqualTo(there.state().modules());
        assertThat(adopted.versions().incarnation()).isEqualTo(there.versions().incarnation());
        assertThat(read(key)).isEqualTo(adopted);
    }

    @Test
    default void edgeShouldBeKeptOrRefused() {
        HubDeviceKey key = someKey();
        DeviceState edge = new DeviceState(
                HubDeviceStatus.ENABLED,
                new DeviceCapabilities(true),
                HubSamples.INITIAL.twin().asTwin(),
                someState().modules());
        if (can(HubFeature.EDGE)) {
            assertThat(created(key, edge).state().capabilities().iotEdge()).isTrue();
            assertThat(read(key).state().capabilities().iotEdge()).isTrue();
        } else {
            assertRefused(Kind.UNSUPPORTED, () -> hubs().create(key, edge, HubSamples.CREDENTIAL, HubSamples.MARK));
            assertThat(hubs().read(key)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-.+%_#*?!(),=@$':", "%2f..%00", "'; drop table device; --", "0", "128"})
    default void idsShouldBeTakenAsTheyAre(String text) {
        DeviceId id = new DeviceId(text.equals("128") ? "Aa0".repeat(43).substring(1) : text.replaceAll("[/; ]", "-"));
        HubDeviceKey key = new HubDeviceKey(hub(), id);
        assertThat(created(key).key()).isEqualTo(key);
        assertThat(read(key).key()).isEqualTo(key);
        assertThat(hubs().delete(key, read(key).versions())).isEqualTo(DeleteOutcome.DELETED);
    }

    @Test
    default void idsShouldCoexistWhenOnlyTheirCaseDiffers() {
        HubDeviceKey lower = new HubDeviceKey(hub(), new DeviceId("case-of-device"));
        HubDeviceKey upper = new HubDeviceKey(hub(), new DeviceId("Case-Of-Device"));
        HubSnapshot one = created(lower);
        HubSnapshot other = created(upper, HubSamples.INITIAL.asState(HubDeviceStatus.ENABLED));
        assertThat(read(lower)).isEqualTo(one);
        assertThat(read(upper)).isEqualTo(other);
        assertThat(hubs().delete(lower, one.versions())).isEqualTo(DeleteOutcome.DELETED);
        assertThat(read(upper)).isEqualTo(other);
        assertThat(hubs().delete(upper, other.versions())).isEqualTo(DeleteOutcome.DELETED);
    }
}
