package io.fairlead.application.throttling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.attestation.CertificateProof;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.fixture.SomeCertificates;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.domain.tpm.ActivationBlob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is counted, who is refused before anything is done for it, and who cannot be harmed by whom. */
class LimitedProvisioningTest {
    private static final String DEVICE = "some-device";
    private static final OperationId OPERATION = new OperationId("4.some.operation");

    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final Door door = new Door();
    private final LimitedProvisioning limited = limited(10, 5, Duration.ofSeconds(3));

    @Test
    void registerShouldBeRefusedBeforeAnythingIsDoneWhenThereAreTooMany() {
        IntStream.range(0, 8).forEach(i -> limited.register(request(DEVICE)));
        IntStream.range(0, 2).forEach(i -> limited.registration(inquiry(DEVICE)));
        assertThat(refusalOf(() -> limited.register(request("another")))).isEqualTo("6");
        assertThat(refusalOf(() -> limited.registration(inquiry("another")))).isEqualTo("6");
        assertThat(door.asked).isEqualTo(10);
        clock.advance(Duration.ofSeconds(6));
        limited.register(request("another"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Problem.Kind.class,
            names = {"UNAUTHENTICATED", "NOT_ENROLLED", "UNAVAILABLE"})
    void strangersShouldUseUpNothing(Problem.Kind refusal) {
        door.refusal = Optional.of(refusal);
        IntStream.range(0, 50)
                .forEach(i -> assertThatThrownBy(() -> limited.register(request("stranger")))
                        .isInstanceOf(ProvisioningException.class)
                        .hasMessageContaining(refusal.name()));
        door.refusal = Optional.empty();
        IntStream.range(0, 10).forEach(i -> limited.register(request(DEVICE)));
        assertThat(refusalOf(() -> limited.register(request(DEVICE)))).isEqualTo("6");
    }

    @Test
    void whoNamesAnotherScopeShouldUseUpNothing() {
        door.refusal = Optional.of(Problem.Kind.NOT_FOUND);
        RegistrationInquiry elsewhere =
                new RegistrationInquiry("0neFFFFFFFF", new RegistrationId(DEVICE), new DeviceProof.None());
        IntStream.range(0, 50)
                .forEach(i -> assertThatThrownBy(() -> limited.registration(elsewhere))
                        .hasMessageContaining("NOT_FOUND"));
        door.refusal = Optional.empty();
        limited.register(request(DEVICE));
    }

    @Test
    void lookupOfADeviceThatHasNotRegisteredShouldCount() {
        door.refusal = Optional.of(Problem.Kind.NOT_FOUND);
        IntStream.range(0, 10)
                .forEach(i -> assertThatThrownBy(() -> limited.registration(inquiry(DEVICE)))
                        .hasMessageContaining("NOT_FOUND"));
        assertThat(refusalOf(() -> limited.registration(inquiry(DEVICE)))).isEqualTo("6");
    }

    @Test
    void pollsOfUnknownOperationsShouldCount() {
        door.refusal = Optional.of(Problem.Kind.NOT_FOUND);
        IntStream.range(0, 5)
                .forEach(i -> assertThatThrownBy(() -> limited.operation(poll(DEVICE, "key")))
                        .hasMessageContaining("NOT_FOUND"));
        assertThat(refusalOf(() -> limited.operation(poll(DEVICE, "key")))).isEqualTo("2");
        assertThat(door.asked).isEqualTo(5);
    }

    @Test
    void pollTooManyByACertificateShouldBeRefusedBeforeItIsChecked() {
        IntStream.range(0, 5).forEach(i -> limited.operation(poll(SomeCertificates.SOME_DEVICE)));
        assertThat(refusalOf(() -> limited.operation(poll(SomeCertificates.SOME_DEVICE))))
                .isEqualTo("2");
        assertThat(door.asked).isEqualTo(5);
        assertThat(refusalOf(() -> limited.operation(poll(SomeCertificates.OTHER_DEVICE))))
                .isEqualTo("2");
        assertThat(door.asked).as("another certificate has to be judged").isEqualTo(6);
    }

    @Test
    void roomShouldBeAskedForWithoutBeingTaken() {
        IntStream.range(0, 50).forEach(i -> limited.demandRoom());
        IntStream.range(0, 10).forEach(i -> limited.register(request(DEVICE)));
        assertThat(refusalOf(limited::demandRoom)).isEqualTo("6");
    }

    @Test
    void aDeviceWhoseEntryIsDisabledShouldCount() {
        door.refusal = Optional.of(Problem.Kind.ENROLLMENT_DISABLED);
        IntStream.range(0, 10)
                .forEach(i -> assertThatThrownBy(() -> limited.register(request(DEVICE)))
                        .hasMessageContaining("ENROLLMENT_DISABLED"));
        assertThat(refusalOf(() -> limited.register(request(DEVICE)))).isEqualTo("6");
    }

    @Test
    void pollTooManyShouldBeRefusedBeforeItsProofIsChecked() {
        IntStream.range(0, 5).forEach(i -> limited.operation(poll(DEVICE, "key")));
        assertThat(refusalOf(() -> limited.operation(poll("SOME-Device", "key"))))
                .isEqualTo("2");
        assertThat(door.asked).isEqualTo(5);
        limited.operation(poll("another", "key"));
        clock.advance(Duration.ofSeconds(2));
        limited.operation(poll(DEVICE, "key"));
        assertThat(refusalOf(() -> limited.operation(poll(DEVICE, "key")))).isEqualTo("2");
    }

    @Test
    void pollsShouldBeCountedByDeviceWhateverTokensItSigns() {
        IntStream.range(0, 5).forEach(i -> limited.operation(poll(DEVICE, "key" + i)));
        assertThat(refusalOf(() -> limited.operation(poll(DEVICE, "another key"))))
                .isEqualTo("2");
        assertThat(door.asked).as("only its proof tells whose poll it is").isEqualTo(6);
    }

    @Test
    void strangersShouldNotUseUpThePollsOfADeviceNorLearnOfIt() {
        door.refusal = Optional.of(Problem.Kind.UNAUTHENTICATED);
        IntStream.range(0, 50)
                .forEach(i -> assertThatThrownBy(() -> limited.operation(poll(DEVICE, "forged")))
                        .hasMessageContaining("UNAUTHENTICATED"));
        door.refusal = Optional.empty();
        IntStream.range(0, 5).forEach(i -> limited.operation(poll(DEVICE, "key")));
        door.refusal = Optional.of(Problem.Kind.UNAUTHENTICATED);
        assertThatThrownBy(() -> limited.operation(poll(DEVICE, "forged"))).hasMessageContaining("UNAUTHENTICATED");
        assertThatThrownBy(() -> limited.operation(new OperationInquiry(
                        SomeProofs.SCOPE.value(), new RegistrationId(DEVICE), new DeviceProof.None(), OPERATION)))
                .hasMessageContaining("UNAUTHENTICATED");
    }

    @ParameterizedTest(name = "Retry-After {0} s")
    @ValueSource(ints = {1, 2, 3, 10, 30})
    void deviceThatWaitsAsToldShouldNeverBeRefused(int seconds) {
        LimitedProvisioning patient = limited(10, 1, Duration.ofSeconds(seconds));
        IntStream.range(0, 200).forEach(i -> {
            patient.operation(poll(DEVICE, "key"));
            clock.advance(Duration.ofSeconds(seconds));
        });
    }

    @Test
    void sdkThatPollsEveryTwoSecondsShouldPassUnderTheUsualQuota() {
        IntStream.range(0, 500).forEach(i -> {
            limited.operation(poll(DEVICE, "key"));
            clock.advance(Duration.ofSeconds(2));
        });
    }

    @Test
    void clockThatIsPutBackShouldNotSilenceADevice() {
        IntStream.range(0, 5).forEach(i -> limited.operation(poll(DEVICE, "key")));
        clock.advance(Duration.ofHours(-1));
        assertThat(refusalOf(() -> limited.operation(poll(DEVICE, "key")))).isEqualTo("2");
        clock.advance(Duration.ofSeconds(2));
        limited.operation(poll(DEVICE, "key"));
    }

    @Test
    void memoryShouldBeBounded() {
        IntStream.range(0, 100_001).forEach(i -> limited.operation(poll("device-" + i, "key")));
        IntStream.range(0, 4).forEach(i -> limited.operation(poll("device-100000", "key")));
        assertThat(refusalOf(() -> limited.operation(poll("device-100000", "key"))))
                .isEqualTo("2");
        IntStream.range(0, 5).forEach(i -> limited.operation(poll("device-0", "key")));
    }

    private LimitedProvisioning limited(int registrations, int polls, Duration retryAfter) {
        return new LimitedProvisioning(
                SomeProofs.SCOPE,
                door,
                new RateLimit("registrations", () -> OptionalInt.of(registrations), clock),
                new PollLimit(() -> OptionalInt.of(polls), retryAfter, clock));
    }

    private static String refusalOf(Runnable request) {
        try {
            request.run();
        } catch (ProvisioningException refused) {
            assertThat(refused.problem().kind()).isEqualTo(Problem.Kind.THROTTLED);
            return refused.problem().facts().get(Throttled.RETRY_AFTER);
        }
        throw new AssertionError("let in");
    }

    private static RegistrationRequest request(String id) {
        return new RegistrationRequest(
                SomeProofs.SCOPE.value(),
                new RegistrationId(id),
                new DeviceProof.None(),
                Optional.empty(),
                ReprovisioningSupport.NATIVE);
    }

    private static RegistrationInquiry inquiry(String id) {
        return new RegistrationInquiry(SomeProofs.SCOPE.value(), new RegistrationId(id), new DeviceProof.None());
    }

    private static OperationInquiry poll(String id, String key) {
        byte[] signature = Arrays.copyOf(key.getBytes(StandardCharsets.UTF_8), 32);
        DeviceProof proof = new SharedAccessProof("resource", "signed", SomeMoments.TOMORROW, signature);
        return new OperationInquiry(SomeProofs.SCOPE.value(), new RegistrationId(id), proof, OPERATION);
    }

    private static OperationInquiry poll(Certificate shown) {
        DeviceProof proof = new CertificateProof(new CertificateChain(List.of(shown)));
        return new OperationInquiry(SomeProofs.SCOPE.value(), new RegistrationId(DEVICE), proof, OPERATION);
    }

    /** A door that lets everybody in until it is told to refuse. */
    private static final class Door implements DeviceProvisioning {
        private int asked;
        private Optional<Problem.Kind> refusal = Optional.empty();

        @Override
        public Optional<ActivationBlob> challenge(ChallengeRequest request) {
            report();
            return Optional.empty();
        }

        @Override
        public OperationReport register(RegistrationRequest request) {
            return report();
        }

        @Override
        public OperationReport operation(OperationInquiry inquiry) {
            return report();
        }

        @Override
        public DeviceRegistration registration(RegistrationInquiry inquiry) {
            return report().registration();
        }

        private OperationReport report() {
            asked++;
            refusal.ifPresent(kind -> {
                throw Problem.of(kind, "refused").asException();
            });
            return new OperationReport(
                    OPERATION,
                    OperationStatus.RUNNING,
                    SomeRegistrations.someRegistration(),
                    Optional.empty(),
                    Duration.ofSeconds(3));
        }
    }
}
