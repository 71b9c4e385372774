package io.fairlead.application.administration;

import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateName;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.tpm.EndorsementKey;
import io.fairlead.domain.tpm.StorageRootKey;
import java.util.Optional;
import java.util.function.Function;

/** What an operator wrote about attestation. */
public sealed interface AttestationDraft {

    /** Exhaustive dispatch. */
    <R> R match(
            Function<Keys, R> keys,
            Function<Clients, R> clients,
            Function<Signers, R> signers,
            Function<References, R> references,
            Function<Tpm, R> tpm);

    /**
     * Symmetric keys.
     *
     * @param keys absent means: keep the stored keys, or generate a pair where there are none
     */
    record Keys(Optional<SymmetricKeys> keys) implements AttestationDraft {
        @Override
        public <R> R match(
                Function<Keys, R> keys,
                Function<Clients, R> clients,
                Function<Signers, R> signers,
                Function<References, R> references,
                Function<Tpm, R> tpm) {
            return keys.apply(this);
        }
    }

    /** The device's own certificates. */
    record Clients(PrimarySecondary<CertificateDraft> certificates) implements AttestationDraft {
        @Override
        public <R> R match(
                Function<Keys, R> keys,
                Function<Clients, R> clients,
                Function<Signers, R> signers,
                Function<References, R> references,
                Function<Tpm, R> tpm) {
            return clients.apply(this);
        }
    }

    /** The certificates that signed the devices'. */
    record Signers(PrimarySecondary<CertificateDraft> certificates) implements AttestationDraft {
        @Override
        public <R> R match(
                Function<Keys, R> keys,
                Function<Clients, R> clients,
                Function<Signers, R> signers,
                Function<References, R> references,
                Function<Tpm, R> tpm) {
            return signers.apply(this);
        }
    }

    /** The names of the authorities that signed the devices' certificates. */
    record References(PrimarySecondary<CertificateName> names) implements AttestationDraft {
        @Override
        public <R> R match(
                Function<Keys, R> keys,
                Function<Clients, R> clients,
                Function<Signers, R> signers,
                Function<References, R> references,
                Function<Tpm, R> tpm) {
            return references.apply(this);
        }
    }

    /**
     * A TPM.
     *
     * @param storageRootKey for the operator's own use
     */
    record Tpm(EndorsementKey endorsementKey, Optional<StorageRootKey> storageRootKey) implements AttestationDraft {
        @Override
        public <R> R match(
                Function<Keys, R> keys,
                Function<Clients, R> clients,
                Function<Signers, R> signers,
                Function<References, R> references,
                Function<Tpm, R> tpm) {
            return tpm.apply(this);
        }
    }

    /**
     * A certificate, or the description of one that is stored: entries are shown with descriptions only, and writing back
     * what was read must change nothing.
     *
     * @param described the thumbprint in a description without certificate
     */
    record CertificateDraft(Optional<Certificate> certificate, Optional<Thumbprint> described) {
        public static CertificateDraft of(Certificate certificate) {
            return new CertificateDraft(Optional.of(certificate), Optional.empty());
        }

        public static CertificateDraft described(Thumbprint thumbprint) {
            return new CertificateDraft(Optional.empty(), Optional.of(thumbprint));
        }
    }
}
