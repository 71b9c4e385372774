package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Possession;
import io.fairlead.domain.certificate.ProofOfPossession;
import io.fairlead.domain.certificate.Strength;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The certificate authorities over their store. */
public final class CertificateAuthorityService implements CertificateAuthorities {
    /** What was done, as the audit log calls it. */
    private enum Deed {
        CERTIFICATE_UPLOADED("the certificate was uploaded"),
        CERTIFICATE_VOUCHED_FOR("the certificate was uploaded, and the operator vouches for its owner"),
        CERTIFICATE_CODE_GIVEN("a verification code was given out"),
        CERTIFICATE_VERIFIED("its key signed the verification code"),
        CERTIFICATE_DELETED("the certificate was deleted");

        private final String words;

        Deed(String words) {
            this.words = words;
        }
    }

    /** They are read at every request of a device, and listed in one answer. */
    private static final int MOST = 1000;

    private final UnitOfWork work;
    private final IdSource ids;
    private final Clock clock;
    private final OperatorTrail trail;

    public CertificateAuthorityService(UnitOfWork work, IdSource ids, Clock clock) {
        this.work = new AnsweringUnitOfWork(work);
        this.ids = ids;
        this.clock = clock;
        this.trail = new OperatorTrail(ids, clock);
    }

    @Override
    public List<CertificateAuthority> all() {
        return work.read(stores -> stores.authorities().all());
    }

    @Override
    public CertificateAuthority get(CertificateName name) {
        return work.read(stores -> find(stores, name));
    }

    @Override
    public CertificateAuthority put(
            CertificateName name, AuthorityDraft draft, Precondition precondition, String caller) {
        demandFit(draft.certificate());
        return work.write(stores -> {
            Optional<CertificateAuthority> stored = stores.authorities().find(name);
            EnrollmentDesk.demandVersion(precondition, stored.map(CertificateAuthority::etag), name(name));
            demandUnknownElsewhere(stores, name, draft.certificate());
            demandRoom(stores, stored);
            CertificateAuthority next = stored.map(old -> replaced(old, draft)).orElseGet(() -> added(name, draft));
            stored.ifPresent(old -> CertificateDesk.replaced(stores, old, next));
            save(stores, stored, next);
            note(
                    stores,
                    next,
                    caller,
                    draft.verified().orElse(false) ? Deed.CERTIFICATE_VOUCHED_FOR : Deed.CERTIFICATE_UPLOADED);
            return next;
        });
    }

    @Override
    public CertificateAuthority newCode(CertificateName name, Precondition precondition, String caller) {
        return change(name, precondition, caller, Deed.CERTIFICATE_CODE_GIVEN, stored -> {
            Possession asked = new Possession(stored.isVerified(), Optional.of(ids.newVerificationCode()));
            return stored.changed(stored.certificate(), asked, ids.newETag(), clock.instant());
        });
    }

    @Override
    public CertificateAuthority verify(
            CertificateName name, Certificate proof, Precondition precondition, String caller) {
        return change(name, precondition, caller, Deed.CERTIFICATE_VERIFIED, stored -> {
            ProofOfPossession.fault(stored, proof, clock.instant()).ifPresent(fault -> {
                throw Problem.field("certificate", fault.text()).asException();
            });
            return stored.changed(stored.certificate(), Possession.PROVEN, ids.newETag(), clock.instant());
        });
    }

    @Override
    public void delete(CertificateName name, Precondition precondition, String caller) {
        work.write(stores -> {
            CertificateAuthority stored = find(stores, name);
            EnrollmentDesk.demandVersion(precondition, Optional.of(stored.etag()), name(name));
            CertificateDesk.demandUnused(stores, stored);
            if (!stores.authorities().remove(name, stored.etag())) throw changedMeanwhile(name);
            note(stores, stored, caller, Deed.CERTIFICATE_DELETED);
            return null;
        });
    }

    private CertificateAuthority change(
            CertificateName name,
            Precondition precondition,
            String caller,
            Deed deed,
            UnaryOperator<CertificateAuthority> change) {
        return work.write(stores -> {
            CertificateAuthority stored = find(stores, name);
            EnrollmentDesk.demandVersion(precondition, Optional.of(stored.etag()), name(name));
            CertificateAuthority next = change.apply(stored);
            save(stores, Optional.of(stored), next);
            note(stores, next, caller, deed);
            return next;
        });
    }

    private void note(Stores stores, CertificateAuthority authority, String caller, Deed deed) {
        trail.authorityChanged(stores, authority, caller, deed.name(), deed.words);
    }

    private CertificateAuthority added(CertificateName name, AuthorityDraft draft) {
        Possession possession = possession(draft, Possession.UNPROVEN);
        Instant now = clock.instant();
        return new CertificateAuthority(name, draft.certificate(), possession, ids.newETag(), now, now);
    }

    private CertificateAuthority replaced(CertificateAuthority old, AuthorityDraft draft) {
        Possession kept = old.certificate().equals(draft.certificate()) ? old.possession() : Possession.UNPROVEN;
        return old.changed(draft.certificate(), possession(draft, kept), ids.newETag(), clock.instant());
    }

    private static Possession possession(AuthorityDraft draft, Possession kept) {
        return draft.verified()
                .filter(verified -> verified != kept.proven())
                .map(verified -> verified ? Possession.PROVEN : Possession.UNPROVEN)
                .orElse(kept);
    }

    private void demandFit(Certificate certificate) {
        unfit(certificate).ifPresent(complaint -> {
            throw Problem.field("certificate", complaint).asException();
        });
    }

    private Optional<String> unfit(Certificate certificate) {
        if (!certificate.isAuthority() || !certificate.maySignCertificates()) {
            return Optional.of("is no certificate authority's: its basic constraints or key usage say so");
        }
        if (!Strength.hasStrongKey(certificate)) {
            return Optional.of("has a weak or unknown kind of key: use P-256, or RSA with 2048 to 8192 bits");
        }
        return certificate.isValidAt(clock.instant())
                ? Optional.empty()
                : Optional.of("has expired, or is not valid yet");
    }

    private static void demandUnknownElsewhere(Stores stores, CertificateName name, Certificate certificate) {
        stores.authorities()
                .withCertificate(certificate.thumbprint())
                .filter(other -> !other.name().equals(name))
                .ifPresent(other -> {
                    throw Problem.of(
                                    Kind.CONFLICT,
                                    "this certificate is known already, as '" + other.name() + "': use that name")
                            .asException();
                });
    }

    private static void demandRoom(Stores stores, Optional<CertificateAuthority> stored) {
        if (stored.isEmpty() && stores.authorities().all().size() >= MOST) {
            throw Problem.of(Kind.CONFLICT, "there are " + MOST + " certificates already, and no more are possible")
                    .asException();
        }
    }

    private static void save(Stores stores, Optional<CertificateAuthority> stored, CertificateAuthority next) {
        boolean saved = stored.isPresent()
                ? stores.authorities().replace(next, stored.get().etag())
                : stores.authorities().insert(next);
        if (!saved) throw changedMeanwhile(next.name());
    }

    private static CertificateAuthority find(Stores stores, CertificateName name) {
        return stores.authorities().find(name).orElseThrow(() -> EnrollmentDesk.notFound(name(name)));
    }

    private static RuntimeException changedMeanwhile(CertificateName name) {
        return new WriteConflict(name(name) + " was changed at the same moment");
    }

    private static String name(CertificateName name) {
        return "certificate '" + name + "'";
    }
}
