package io.fairlead.domain.attestation;

import io.fairlead.domain.attestation.ProofVerdict.NotProven;
import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.Trust;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Optional;

/** Compares what a device shows with what its entry demands. */
public final class ProofCheck {
    private ProofCheck() {}

    /**
     * A proof against an individual enrollment's own demand.
     *
     * @param trust what chains are judged by
     */
    public static ProofVerdict individual(Attestation demand, IdentityClaim claim, Trust trust) {
        return demand.match(
                x509 -> byCertificate(x509, claim, trust),
                symmetric -> byToken(new SharedAccessCheck(claim, symmetric.keys()), claim),
                tpm -> byTpm(new TpmCheck(claim, tpm)));
    }

    /** Why a TPM that shows these keys is not to be challenged for this entry, if it is not. */
    public static Optional<Reason> challengeFault(TpmAttestation demand, TpmKeys shown) {
        return TpmCheck.fault(demand, shown);
    }

    /**
     * A proof against a group's demand: a certificate that its certificates vouch for, or a key derived from its keys.
     *
     * @param trust what chains are judged by
     */
    public static ProofVerdict group(Attestation demand, IdentityClaim claim, Trust trust) {
        return demand.match(
                x509 -> byCertificate(x509, claim, trust),
                symmetric -> byToken(SharedAccessCheck.derived(claim, symmetric.keys()), claim),
                tpm -> new NotProven(Reason.TPM_DUE));
    }

    /** What is wrong with a chain that no entry knows, if it is not only that. */
    public static Optional<Reason> strangersFault(CertificateChain chain) {
        return ChainCheck.shapeFault(chain)
                .or(() -> chain.leaf().isSelfSigned() ? Optional.of(Reason.SELF_SIGNED) : Optional.empty());
    }

    private static ProofVerdict byToken(SharedAccessCheck check, IdentityClaim claim) {
        return claim.proof()
                .match(
                        certificate -> new NotProven(Reason.TOKEN_DUE),
                        check::verdict,
                        () -> new NotProven(Reason.NOTHING_SHOWN));
    }

    private static ProofVerdict byTpm(TpmCheck check) {
        return check.claim()
                .proof()
                .match(
                        certificate -> new NotProven(Reason.TPM_DUE),
                        check::verdict,
                        () -> new NotProven(Reason.TPM_DUE));
    }

    private static ProofVerdict byCertificate(X509Attestation demand, IdentityClaim claim, Trust trust) {
        return claim.proof()
                .match(
                        shown -> new CertificateCheck(claim, trust, shown.chain()).verdict(demand),
                        token -> new NotProven(Reason.CERTIFICATE_DUE),
                        () -> new NotProven(Reason.NOTHING_SHOWN));
    }
}
