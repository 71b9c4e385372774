package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.InMemoryHubs;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.pacing.PacedHubs;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class KeepLooksTest {
    private static final RegistrationId DEVICE = new RegistrationId("some-device");
    private static final DeviceCredential CREDENTIAL = SomeKeys.someCredential();

    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final InMemoryHubs hubs = new InMemoryHubs(SomeHubs.HUB_A, SomeHubs.HUB_B);
    private final HubAssignment assignment = assigned();

    @Test
    void lookShouldAskWhenThisNodeNeverLooked() {
        assertThat(looks(10).look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.THERE);
    }

    @Test
    void lookShouldLookOnceMoreWhenTheDeviceComesBackSoon() {
        KeepLooks looks = looks(10);
        looks.look(DEVICE, assignment, CREDENTIAL);
        clock.advance(Duration.ofMinutes(1));

        assertThat(looks.look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.THERE);
    }

    @Test
    void lookShouldTrustTheRecordFromTheThirdCallOn() {
        KeepLooks looks = looks(10);
        looks.look(DEVICE, assignment, CREDENTIAL);
        looks.look(DEVICE, assignment, CREDENTIAL);

        assertThat(looks.look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.NOT_ASKED);
    }

    @Test
    void lookShouldAskAgainWhenTheLastLookIsOld() {
        KeepLooks looks = looks(10);
        looks.look(DEVICE, assignment, CREDENTIAL);
        looks.look(DEVICE, assignment, CREDENTIAL);
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertThat(looks.look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.THERE);
    }

    @Test
    void lookShouldAskAtOnceWhenTheDeviceWasJustTold() {
        KeepLooks looks = looks(10);
        looks.told(DEVICE);

        assertThat(looks.look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.THERE);
        assertThat(looks.look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.NOT_ASKED);
    }

    @Test
    void lookShouldSayUnknownWhenAnotherIncarnationIsThere() {
        hubs.users().thirdPartyRemoves(assignment.key());
        hubs.users().thirdPartyCreates(assignment.key(), SomeTwins.driftedState(), SomeKeys.otherCredential());

        assertThat(looks(10).look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.UNKNOWN);
    }

    @Test
    void lookShouldNotAskWhenTheBucketOfThatHubIsEmpty() {
        KeepLooks looks = looks(2);
        looks.look(new RegistrationId("one"), assignment, CREDENTIAL);
        looks.look(new RegistrationId("two"), assignment, CREDENTIAL);

        assertThat(looks.look(new RegistrationId("three"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.NOT_ASKED);
        assertThat(looks.look(new RegistrationId("three"), elsewhere(), CREDENTIAL))
                .isEqualTo(HubAnswer.UNKNOWN);
    }

    @Test
    void lookShouldAskAgainWhenTheBucketHasFilled() {
        KeepLooks looks = looks(2);
        looks.look(new RegistrationId("one"), assignment, CREDENTIAL);
        looks.look(new RegistrationId("two"), assignment, CREDENTIAL);
        clock.advance(Duration.ofSeconds(30));

        assertThat(looks.look(new RegistrationId("three"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.THERE);
    }

    @Test
    void lookShouldAskAgainWhenTheClockWasPutBack() {
        KeepLooks looks = looks(2);
        looks.look(new RegistrationId("one"), assignment, CREDENTIAL);
        looks.look(new RegistrationId("two"), assignment, CREDENTIAL);
        clock.advance(Duration.ofHours(-1));
        assertThat(looks.look(new RegistrationId("three"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.NOT_ASKED);
        clock.advance(Duration.ofSeconds(30));

        assertThat(looks.look(new RegistrationId("three"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.THERE);
    }

    /** Looks do not queue: one that was refused takes nobody's place, and the next one counts like every call. */
    @Test
    void lookShouldKeepToTheHubsPaceAndWaitForNobody() {
        HubPaces paces = new HubPaces(Optional.of(1), 2, clock);
        KeepLooks looks = new KeepLooks(PacedHubs.glancing(hubs, paces), Runnable::run, clock, settings(1000));
        assertThat(looks.look(new RegistrationId("one"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.THERE);
        assertThat(looks.look(new RegistrationId("two"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.THERE);
        for (int i = 0; i < 20; i++) {
            assertThat(looks.look(new RegistrationId("more-" + i), assignment, CREDENTIAL))
                    .isEqualTo(HubAnswer.UNREACHABLE);
        }
        clock.advance(Duration.ofSeconds(1));
        assertThat(paces.expected(SomeHubs.HUB_A)).isZero();
        assertThat(looks.look(new RegistrationId("three"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.THERE);
        assertThat(looks.look(new RegistrationId("four"), assignment, CREDENTIAL))
                .isEqualTo(HubAnswer.UNREACHABLE);
    }

    @Test
    void lookShouldGiveUpWhenTheHubTakesTooLong() {
        Executor never = task -> {};

        assertThat(looks(10, never).look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.UNREACHABLE);
    }

    @Test
    void lookShouldGiveUpWhenAllHandsAreBusy() {
        Executor busy = task -> {
            throw new RejectedExecutionException("busy");
        };

        assertThat(looks(10, busy).look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.UNREACHABLE);
    }

    @Test
    void lookShouldGiveUpWhenTheHubFails() {
        hubs.script((call, moment) -> HubFault.UNREACHABLE);

        assertThat(looks(10).look(DEVICE, assignment, CREDENTIAL)).isEqualTo(HubAnswer.UNREACHABLE);
    }

    private KeepLooks looks(int perMinute) {
        return looks(perMinute, Runnable::run);
    }

    private KeepLooks looks(int perMinute, Executor executor) {
        return new KeepLooks(hubs, executor, clock, settings(perMinute));
    }

    private static ProvisioningSettings settings(int looksPerMinute) {
        ProvisioningSettings all = ProvisioningSettings.defaults(SomeProofs.SCOPE, "node-1");
        return new ProvisioningSettings(
                all.idScope(),
                all.tokenSkew(),
                all.node(),
                all.minGainPercent(),
                all.keepLookAgain(),
                Duration.ofMillis(5),
                looksPerMinute,
                all.snapshotMaxAge(),
                all.operationTimeout(),
                all.lease(),
                all.retryBackoffCap(),
                all.dutyBackoffCap(),
                all.retryAfter(),
                all.operationRetention());
    }

    private HubAssignment assigned() {
        HubDeviceKey key = SomeHubs.place(SomeHubs.HUB_A, "some-device");
        String incarnation = hubs.create(
                        key,
                        SomeTwins.someConfiguration().asState(HubDeviceStatus.ENABLED),
                        CREDENTIAL,
                        SomeHubs.someMark())
                .device()
                .versions()
                .incarnation();
        return new HubAssignment(key, incarnation, CREDENTIAL.fingerprint());
    }

    private static HubAssignment elsewhere() {
        return SomeHubs.assignment(SomeHubs.HUB_B, "some-device");
    }
}
