package io.fairlead.application.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractIntegerAssert;
import org.junit.jupiter.api.Test;

/** Strangers do not make the groups be read, and yet the groups are never older than the request of a device. */
class GroupKeysTest {
    private static final int STRANGERS = 50;

    private final Scene scene = new Scene();
    private final SceneDevice member =
            new SceneDevice(scene, "member", SomeKeys.keys("group").derivedFor("member"));

    GroupKeysTest() {
        for (int i = 0; i < 5; i++) {
            member.enroll(SomeGroups.aGroup()
                    .withId("group-" + i)
                    .withKeys(SomeKeys.keys("group " + i))
                    .build());
        }
    }

    @Test
    void strangersWithoutAProofShouldMakeTheGroupsBeReadOnce() {
        assertReadsOfStrangers(new DeviceProof.None()).isEqualTo(STRANGERS + 1);
    }

    @Test
    void strangersWithAnExpiredTokenShouldMakeTheGroupsBeReadOnce() {
        assertReadsOfStrangers(SomeProofs.token(
                        SomeKeys.key("any"), new RegistrationId("stranger"), SomeMoments.NOW.minusSeconds(3600)))
                .isEqualTo(STRANGERS + 1);
    }

    @Test
    void strangersWithATokenForAnotherShouldMakeTheGroupsBeReadOnce() {
        assertReadsOfStrangers(SomeProofs.token(SomeKeys.key("any"), new RegistrationId("another")))
                .isEqualTo(STRANGERS + 1);
    }

    @Test
    void memberShouldBeKnownWhenItsGroupWasCreatedJustNow() {
        assertRefused(new DeviceProof.None());
        member.enroll(SomeGroups.someGroup());
        assertThat(member.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    @Test
    void memberShouldBeKnownWhenItsGroupsKeysWereChangedJustNow() {
        member.enroll(SomeGroups.aGroup()
                .withKeys(SomeKeys.keys("before"))
                .withETag("before")
                .build());
        assertRefused(new DeviceProof.None());
        member.enroll(SomeGroups.someGroup());
        assertThat(member.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    @Test
    void memberShouldBeRefusedWhenItsGroupsKeysWereChangedJustNow() {
        member.enroll(SomeGroups.someGroup());
        SceneDevice late = new SceneDevice(scene, "late", SomeKeys.keys("group").derivedFor("late"));
        member.provision();
        member.enroll(SomeGroups.aGroup()
                .withKeys(SomeKeys.keys("after"))
                .withETag("after")
                .build());
        assertThatExceptionOfType(ProvisioningException.class).isThrownBy(late::register);
    }

    @Test
    void memberShouldBeKnownWhenTheClockWasPutBack() {
        scene.clock().advance(Duration.ofHours(1));
        assertRefused(new DeviceProof.None());
        scene.clock().advance(Duration.ofHours(-1));
        member.enroll(SomeGroups.someGroup());
        assertThat(member.provision().status()).isEqualTo(OperationStatus.ASSIGNED);
        assertThat(member.on(SomeHubs.HUB_A).or(() -> member.on(SomeHubs.HUB_B)))
                .isPresent();
    }

    private AbstractIntegerAssert<?> assertReadsOfStrangers(DeviceProof proof) {
        scene.count().reset();
        for (int i = 0; i < STRANGERS; i++) assertRefused(proof);
        return assertThat(scene.count().reads());
    }

    private void assertRefused(DeviceProof proof) {
        RegistrationRequest request = new RegistrationRequest(
                SomeProofs.SCOPE.value(),
                new RegistrationId("stranger"),
                proof,
                Optional.empty(),
                ReprovisioningSupport.NATIVE);
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> scene.door().register(request));
    }
}
