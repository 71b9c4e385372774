package io.fairlead.application.administration;

import io.fairlead.application.port.Stores;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.X509Attestation;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reserves the certificates of an entry, or its endorsement key: either belongs to one entry (DPS "X.509 certificate
 * attestation"; for endorsement keys the same rule is ours). The reservation comes before the entry; one whose entry does not hold the certificate, after a crash where the two are not
 * one transaction, may be taken over.
 */
final class CertificateDesk {
    private CertificateDesk() {}

    /** Reserves what the entry will hold, and gives up what it no longer holds. */
    static void reserve(Stores stores, EnrollmentRef entry, Attestation attestation) {
        Set<Thumbprint> wanted = held(stores, attestation);
        wanted.forEach(certificate -> reserve(stores, certificate, entry));
        stores.reservations().release(entry, wanted);
    }

    /** Gives up everything, when the entry is removed. */
    static void release(Stores stores, EnrollmentRef entry) {
        stores.reservations().release(entry, Set.of());
    }

    /** The reservation of a group that names the authority goes over to the authority's new certificate. */
    static void replaced(Stores stores, CertificateAuthority old, CertificateAuthority next) {
        Thumbprint before = old.certificate().thumbprint();
        Thumbprint after = next.certificate().thumbprint();
        if (before.equals(after)) return;
        namer(stores, old).ifPresent(group -> {
            reserve(stores, after, group);
            Set<Thumbprint> kept = attestation(stores, group)
                    .map(attestation -> thumbprints(stores, attestation))
                    .orElseGet(HashSet::new);
            kept.remove(before);
            kept.add(after);
            stores.reservations().release(group, kept);
        });
    }

    /** Refuses to do without an authority that a group names. */
    static void demandUnused(Stores stores, CertificateAuthority authority) {
        namer(stores, authority).ifPresent(group -> {
            throw Problem.of(
                            Kind.CONFLICT,
                            "certificate '" + authority.name() + "' is named by " + group + ": change that first")
                    .asException();
        });
    }

    /** The group that names the authority, rather than holding its certificate itself. */
    private static Optional<EnrollmentRef> namer(Stores stores, CertificateAuthority authority) {
        return stores.reservations()
                .holder(authority.certificate().thumbprint())
                .filter(holder -> attestation(stores, holder)
                        .filter(attestation -> names(attestation).contains(authority.name()))
                        .isPresent());
    }

    private static void reserve(Stores stores, Thumbprint certificate, EnrollmentRef entry) {
        if (stores.reservations().reserve(certificate, entry)) return;
        EnrollmentRef holder = stores.reservations()
                .holder(certificate)
                .orElseThrow(
                        () -> new WriteConflict("certificate " + certificate + " was given up at the same moment"));
        if (holder.equals(entry.canonical())) return;
        if (holds(stores, holder, certificate)) {
            throw Problem.of(
                            Kind.CONFLICT,
                            "the certificate or endorsement key belongs to " + holder
                                    + " already: one may be in one entry only")
                    .asException();
        }
        if (!stores.reservations().reassign(certificate, holder, entry)) {
            throw new WriteConflict("certificate " + certificate + " was handed over at the same moment");
        }
    }

    private static boolean holds(Stores stores, EnrollmentRef holder, Thumbprint certificate) {
        return attestation(stores, holder)
                .filter(attestation -> thumbprints(stores, attestation).contains(certificate))
                .isPresent();
    }

    private static Optional<Attestation> attestation(Stores stores, EnrollmentRef holder) {
        return holder.kind() == EnrollmentRef.Kind.GROUP
                ? stores.groups()
                        .find(new EnrollmentGroupId(holder.id()))
                        .map(group -> group.terms().attestation())
                : stores.enrollments()
                        .find(new RegistrationId(holder.id()))
                        .map(entry -> entry.terms().attestation());
    }

    /** As {@link #thumbprints}, but a name that is not known is refused. */
    private static Set<Thumbprint> held(Stores stores, Attestation attestation) {
        for (CertificateName name : names(attestation)) {
            if (stores.authorities().find(name).isEmpty()) {
                throw Problem.field(
                                "attestation.x509.caReferences",
                                "there is no certificate '" + name + "': upload it first")
                        .asException();
            }
        }
        return thumbprints(stores, attestation);
    }

    private static Set<Thumbprint> thumbprints(Stores stores, Attestation attestation) {
        Set<Thumbprint> found = new HashSet<>();
        attestation
                .match(
                        CertificateDesk::ofCertificates,
                        symmetric -> List.<Thumbprint>of(),
                        tpm -> List.of(tpm.thumbprint()))
                .forEach(found::add);
        for (CertificateName name : names(attestation)) {
            stores.authorities()
                    .find(name)
                    .ifPresent(authority -> found.add(authority.certificate().thumbprint()));
        }
        return found;
    }

    private static List<Thumbprint> ofCertificates(X509Attestation attestation) {
        return attestation.held().stream().map(Certificate::thumbprint).toList();
    }

    private static List<CertificateName> names(Attestation attestation) {
        return attestation.match(X509Attestation::named, symmetric -> List.of(), tpm -> List.of());
    }
}
