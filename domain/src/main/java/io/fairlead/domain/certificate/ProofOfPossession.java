package io.fairlead.domain.certificate;

import java.time.Instant;
import java.util.Optional;

/**
 * How an operator shows to hold an authority's key: with a certificate that the key signed, whose common name is a code
 * that the service has given out (DPS "How to do proof-of-possession for X.509 CA certificates").
 */
public final class ProofOfPossession {
    private ProofOfPossession() {}

    /** Why a proof was not accepted. */
    public enum Fault {
        NO_CODE("no verification code was asked for: ask for one, and sign it with the authority's key"),
        OTHER_CODE("the common name of the certificate is not the verification code"),
        NOT_VALID("the certificate has expired or is not valid yet"),
        WEAK("the certificate's key or signature is weak: use P-256 or RSA 2048, and SHA-256"),
        NOT_SIGNED("the certificate is not signed by the authority's key");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** What is wrong with a proof for this authority; empty when it proves that the key is held. */
    public static Optional<Fault> fault(CertificateAuthority authority, Certificate shown, Instant at) {
        Optional<String> code = authority.possession().code();
        if (code.isEmpty()) return Optional.of(Fault.NO_CODE);
        if (!shown.commonName().equals(code)) return Optional.of(Fault.OTHER_CODE);
        if (!shown.isValidAt(at)) return Optional.of(Fault.NOT_VALID);
        if (!Strength.hasStrongKey(shown) || !Strength.hasStrongSignature(shown)) return Optional.of(Fault.WEAK);
        boolean signed = shown.namesAsIssuer(authority.certificate()) && shown.isSignedBy(authority.certificate());
        return signed ? Optional.empty() : Optional.of(Fault.NOT_SIGNED);
    }
}
