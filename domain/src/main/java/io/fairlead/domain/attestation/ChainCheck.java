package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.RevocationLists;
import io.fairlead.domain.certificate.Strength;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Judges a path from a device's certificate to the authority that is believed. What the JDK's PKIX rules do not ask of
 * the authority itself (dates, key, the right to sign) is asked here of every certificate alike.
 */
final class ChainCheck {
    private ChainCheck() {}

    /**
     * The first thing that is wrong.
     *
     * @param path two certificates or more, from the leaf to the authority
     */
    static Optional<Reason> fault(List<Certificate> path, RevocationLists revocations, Instant at) {
        List<Certificate> issued = path.subList(0, path.size() - 1);
        List<Certificate> issuers = path.subList(1, path.size());
        return any(path, certificate -> ownFault(certificate, at))
                .or(() -> unless(issued, Strength::hasStrongSignature, Reason.WEAK_SIGNATURE))
                .or(() -> unless(issuers, Certificate::isAuthority, Reason.ISSUER_IS_NO_AUTHORITY))
                .or(() -> unless(issuers, Certificate::maySignCertificates, Reason.ISSUER_MAY_NOT_SIGN))
                .or(() -> unless(path.subList(0, 1), Certificate::mayAuthenticateClients, Reason.NOT_FOR_CLIENTS))
                .or(() -> PkixPath.fault(new CertificateChain(path), at))
                .or(() -> revoked(path, revocations));
    }

    /** What is wrong with a chain whatever an entry demands. */
    static Optional<Reason> shapeFault(CertificateChain chain) {
        if (chain.isTooLong()) return Optional.of(Reason.CHAIN_TOO_LONG);
        if (chain.repeatsSubject()) return Optional.of(Reason.CHAIN_REPEATS);
        return chain.isInOrder() ? Optional.empty() : Optional.of(Reason.CHAIN_OUT_OF_ORDER);
    }

    /** What is wrong with a certificate by itself: its dates or its key. */
    static Optional<Reason> ownFault(Certificate certificate, Instant at) {
        if (at.isBefore(certificate.notBefore())) return Optional.of(Reason.CERTIFICATE_NOT_YET_VALID);
        if (at.isAfter(certificate.notAfter())) return Optional.of(Reason.CERTIFICATE_EXPIRED);
        return Strength.hasStrongKey(certificate) ? Optional.empty() : Optional.of(Reason.WEAK_KEY);
    }

    /** Whether an issuer in the path has revoked what follows it there. */
    static Optional<Reason> revoked(List<Certificate> path, RevocationLists revocations) {
        return IntStream.range(1, path.size())
                .filter(at -> revocations.revoke(path.get(at - 1), path.get(at)))
                .mapToObj(at -> Reason.REVOKED)
                .findFirst();
    }

    private static Optional<Reason> unless(List<Certificate> of, Predicate<Certificate> sound, Reason reason) {
        return any(of, certificate -> sound.test(certificate) ? Optional.empty() : Optional.of(reason));
    }

    private static Optional<Reason> any(List<Certificate> of, Function<Certificate, Optional<Reason>> fault) {
        return of.stream().map(fault).flatMap(Optional::stream).findFirst();
    }
}
