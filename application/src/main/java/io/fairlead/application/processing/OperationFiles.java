package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.attestation.CertificateCredential;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.attestation.X509Attestation;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is on file about an operation; the entry again, for it may have changed since the request. */
final class OperationFiles {
    private final Clock clock;
    private final ProvisioningSettings settings;

    OperationFiles(Clock clock, ProvisioningSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    OperationFile load(Stores stores, RegistrationOperation operation) {
        Optional<Enrollment> entry =
                entry(stores, operation.entry()).filter(found -> found.terms().isEnabled());
        Optional<DeviceRegistration> registration = stores.registrations()
                .find(operation.registrationId())
                .filter(record ->
                        record.runningOperation().filter(operation.id()::equals).isPresent());
        return new OperationFile(
                registration,
                entry,
                entry.flatMap(found -> identity(found, operation)),
                stores.hubDuties().of(operation.registrationId()),
                stores.snapshots().find(operation.id()),
                LastSeen.of(stores, registration, clock.instant().minus(settings.snapshotMaxAge())));
    }

    private static Optional<Enrollment> entry(Stores stores, EnrollmentRef ref) {
        return ref.kind() == EnrollmentRef.Kind.INDIVIDUAL
                ? stores.enrollments().find(new RegistrationId(ref.id())).map(Enrollment.class::cast)
                : stores.groups().find(new EnrollmentGroupId(ref.id())).map(Enrollment.class::cast);
    }

    /** What the request proved, derived again; empty when the entry's keys were changed since. */
    private static Optional<ProvenIdentity> identity(Enrollment entry, RegistrationOperation operation) {
        Stream<? extends ProvenIdentity> candidates = entry.terms()
                .attestation()
                .match(
                        x509 -> certificates(x509, operation.request().credentialFingerprint()),
                        symmetric -> keys(
                                        entry,
                                        symmetric.keys(),
                                        operation.request().presentedId())
                                .map(KeyCredential::new),
                        tpm -> Stream.of(tpm.identity()));
        return candidates
                .filter(candidate ->
                        candidate.fingerprint().equals(operation.request().credentialFingerprint()))
                .map(ProvenIdentity.class::cast)
                .findFirst();
    }

    private static Stream<SymmetricKeys> keys(Enrollment entry, SymmetricKeys keys, RegistrationId presented) {
        return entry.match(
                individual -> Stream.of(keys),
                group -> Stream.of(keys.derivedFor(presented.value()), keys.derivedFor(presented.canonical())));
    }

    /** A certificate's fingerprint says which it is; the chain that stood below a group's was judged at the door. */
    private static Stream<CertificateCredential> certificates(X509Attestation demand, String fingerprint) {
        return demand.matchX509(
                        clients -> clients.certificates().all().stream().map(Certificate::thumbprint),
                        signers -> Thumbprint.parse(fingerprint).stream(),
                        references -> Thumbprint.parse(fingerprint).stream())
                .map(CertificateCredential::new);
    }
}
