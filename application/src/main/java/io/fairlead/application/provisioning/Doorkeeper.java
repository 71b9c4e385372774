package io.fairlead.application.provisioning;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.port.ChainDossier;
import io.fairlead.application.port.DeviceDossier;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.attestation.IdentityClaim;
import io.fairlead.domain.attestation.ProofCheck;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.RevocationLists;
import io.fairlead.domain.certificate.Trust;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.EnrollmentSelection;
import io.fairlead.domain.enrollment.EnrollmentSelection.NotEntitled;
import io.fairlead.domain.enrollment.EnrollmentSelection.Outcome;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.RegistrationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the entry that speaks for a device and checks the proof against it.
 *
 * <p>A known device costs one statement. Only a device of a group that has no record yet makes its group be read too, and a
 * chain of certificates what is on file about these.
 */
final class Doorkeeper {
    private final IdScope scope;
    private final Duration tokenSkew;
    private final UnitOfWork work;
    private final GroupKeys groupKeys;
    private final Clock clock;
    private final ProvisioningObserver observer;
    private final Supplier<RevocationLists> revocations;
    private final RefusalTrail trail;

    Doorkeeper(ProvisioningSettings settings, UnitOfWork work, Doorway doorway, ProvisioningObserver observer) {
        this.scope = settings.idScope();
        this.tokenSkew = settings.tokenSkew();
        this.work = work;
        this.groupKeys = new GroupKeys(work);
        this.clock = doorway.clock();
        this.observer = observer;
        this.revocations = doorway.revocations();
        this.trail = new RefusalTrail(work, doorway.ids(), doorway.clock());
    }

    /** The outcome for a device, with what is on file about it. */
    record Answer(DeviceDossier dossier, Outcome outcome) {}

    /**
     * Looks the device up and checks its proof.
     *
     * @throws io.fairlead.application.problem.ProvisioningException when the scope is not ours or nobody speaks for it
     */
    Answer ask(String idScope, RegistrationId id, DeviceProof proof) {
        demandOurs(idScope);
        DeviceDossier dossier = work.read(stores -> stores.dossier(id));
        Instant now = clock.instant();
        IdentityClaim claim = new IdentityClaim(scope, id, proof, now);
        Outcome outcome = proof.match(
                shown -> byCertificate(dossier, shown.chain(), claim),
                token -> byToken(dossier, new IdentityClaim(scope, id, proof, now.minus(tokenSkew))),
                () -> byToken(dossier, claim));
        return new Answer(dossier, outcome.match(entitled -> entitled, disabled -> disabled, no -> turnAway(id, no)));
    }

    /**
     * What a TPM has to prove; empty when the device's entry is not by TPM.
     *
     * @throws io.fairlead.application.problem.ProvisioningException when the scope is not ours, there is no entry, or it is
     *     another TPM's
     */
    Optional<TpmAttestation> challenged(ChallengeRequest request) {
        demandOurs(request.idScope());
        RegistrationId id = request.registrationId();
        IndividualEnrollment entry =
                work.read(stores -> stores.dossier(id)).individual().orElseThrow(() -> refusal(id, Optional.empty()));
        Optional<TpmAttestation> demand = TpmDesk.demand(entry.terms().attestation());
        demand.flatMap(tpm -> ProofCheck.challengeFault(tpm, request.tpm())).ifPresent(reason -> {
            throw refusal(id, Optional.of(reason));
        });
        return demand;
    }

    private void demandOurs(String idScope) {
        if (!scope.isNamedBy(idScope)) {
            throw Problem.of(Kind.NOT_FOUND, "this service does not serve the id scope in the path: check the idScope")
                    .asException();
        }
    }

    private Outcome byToken(DeviceDossier dossier, IdentityClaim claim) {
        List<EnrollmentGroup> likely = dossier.lastGroup().map(List::of).orElse(List.of());
        Outcome outcome = EnrollmentSelection.select(dossier.individual(), likely, claim, Trust.NONE);
        if (dossier.individual().isPresent() || !(outcome instanceof NotEntitled)) {
            return outcome;
        }
        GroupKeys.Finding found = groupKeys.find(claim, clock.instant(), mayHold(claim));
        Optional<EnrollmentGroup> signer = found.group()
                .flatMap(group -> work.read(stores -> stores.groups().find(group)));
        return signer.map(group -> EnrollmentSelection.select(Optional.empty(), List.of(group), claim, Trust.NONE))
                .orElseGet(() -> new NotEntitled(found.refusal()));
    }

    /** Whether it takes a key to know better. */
    private static boolean mayHold(IdentityClaim claim) {
        return claim.proof()
                .match(
                        certificate -> false,
                        token -> claim.at().isBefore(token.expiry()) && token.isFor(claim.scope(), claim.id()),
                        () -> false);
    }

    /** What is on file about a chain is not asked for a device of its own entry: that names its certificates. */
    private Outcome byCertificate(DeviceDossier dossier, CertificateChain chain, IdentityClaim claim) {
        if (dossier.individual().isPresent()) {
            Trust trust = new Trust(List.of(), revocations.get());
            return EnrollmentSelection.select(dossier.individual(), List.of(), claim, trust);
        }
        ChainDossier found = work.read(stores -> stores.chain(chain.thumbprints()));
        Trust trust = new Trust(found.authorities(), revocations.get());
        return EnrollmentSelection.select(Optional.empty(), found.holders(), claim, trust);
    }

    private Outcome turnAway(RegistrationId id, NotEntitled no) {
        throw refusal(id, no.reason());
    }

    private ProvisioningException refusal(RegistrationId id, Optional<Reason> reason) {
        observer.proofRefused(id, reason.map(Reason::name).orElse("NOT_ENROLLED"));
        reason.ifPresent(known -> trail.note(id, known));
        return reason.map(known -> Problem.of(Kind.UNAUTHENTICATED, known.text()))
                .orElseGet(() -> Problem.of(
                        Kind.NOT_ENROLLED, "no enrollment for registrationId '" + id + "': create one first"))
                .asException();
    }
}
