package io.fairlead.application.provisioning;

import static io.fairlead.domain.fixture.SomeMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.fake.FixedIds;
import io.fairlead.application.fake.InMemoryUnitOfWork;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.scene.RecordedEvents;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.enrollment.EnrollmentSelection.Entitled;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.RegistrationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long proofs are believed when clocks differ. */
class DoorkeeperTest {
    private static final RegistrationId ID = new RegistrationId("some-device");
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SettableClock clock = SettableClock.at(NOW);
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(clock);

    @ParameterizedTest(name = "skew {0}, {1} after the expiry")
    @CsvSource({
        "PT0S, PT-0.001S, true",
        "PT0S, PT0S, false",
        "PT5M, PT0S, true",
        "PT5M, PT4M59.999S, true",
        "PT5M, PT5M, false",
        "PT5M, PT24H, false"
    })
    void tokenShouldBeBelievedForTheToleranceBeyondItsExpiry(Duration skew, Duration late, boolean passes) {
        work.write(stores -> stores.enrollments().insert(SomeEnrollments.someEnrollment()));
        clock.advance(late);
        check(skew, token(SomeKeys.someKeys().primary()), passes, "the token has expired");
    }

    @ParameterizedTest(name = "{0} after the expiry")
    @CsvSource({"PT4M59.999S, true", "PT5M, false"})
    void tokenByAGroupKeyShouldBeBelievedAsLong(Duration late, boolean passes) {
        work.write(stores -> stores.groups().insert(SomeGroups.someGroup()));
        clock.advance(late);
        SymmetricKey derived = SomeKeys.keys("group").derivedFor(ID.value()).primary();
        check(SKEW, token(derived), passes, "the token has expired");
    }

    @Test
    void certificateShouldNotBeBelievedBeyondItsEnd() {
        Minted own = Mint.device(ID.value())
                .valid(NOW.minus(Duration.ofDays(1)), NOW.minusSeconds(1))
                .selfSigned();
        DeviceProof shown = new CertificateProof(new CertificateChain(List.of(own.certificate())));
        work.write(stores -> stores.enrollments()
                .insert(SomeEnrollments.anEnrollment()
                        .withAttestation(new ClientCertificates(PrimarySecondary.of(own.certificate())))
                        .build()));
        check(SKEW, shown, false, "has expired: renew it");
    }

    private static ProvisioningSettings settings(Duration skew) {
        ProvisioningSettings usual = ProvisioningSettings.defaults(SomeProofs.SCOPE, "node");
        return new ProvisioningSettings(
                usual.idScope(),
                skew,
                usual.node(),
                usual.minGainPercent(),
                usual.keepLookAgain(),
                usual.keepLookWithin(),
                usual.keepLooksPerMinute(),
                usual.snapshotMaxAge(),
                usual.operationTimeout(),
                usual.lease(),
                usual.retryBackoffCap(),
                usual.dutyBackoffCap(),
                usual.retryAfter(),
                usual.operationRetention());
    }

    private static DeviceProof token(SymmetricKey key) {
        return SomeProofs.token(key, ID, NOW);
    }

    private void check(Duration skew, DeviceProof proof, boolean passes, String reason) {
        Doorway doorway = new Doorway(
                work,
                new FixedIds(new Random(1)),
                clock,
                new SecureRandom(),
                LatencyRanking.NONE,
                new HubPaces(Optional.empty(), 1, clock));
        Doorkeeper keeper = new Doorkeeper(settings(skew), work, doorway, new RecordedEvents());
        if (passes) {
            assertThat(keeper.ask(SomeProofs.SCOPE.value(), ID, proof).outcome())
                    .isInstanceOf(Entitled.class);
        } else {
            assertThatThrownBy(() -> keeper.ask(SomeProofs.SCOPE.value(), ID, proof))
                    .hasMessageContaining(reason);
        }
    }
}
