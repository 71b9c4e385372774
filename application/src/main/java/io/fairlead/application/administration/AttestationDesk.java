package io.fairlead.application.administration;

import io.fairlead.application.administration.AttestationDraft.CertificateDraft;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.AuthorityReferences;
import io.fairlead.domain.attestation.ClientCertificates;
import io.fairlead.domain.attestation.SigningCertificates;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.attestation.X509Attestation;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.Thumbprint;
import java.util.List;
import java.util.Optional;

/** What an entry will demand of devices, given what was written and what is stored. */
final class AttestationDesk {
    private final IdSource ids;

    AttestationDesk(IdSource ids) {
        this.ids = ids;
    }

    Attestation attestation(AttestationDraft draft, Optional<Attestation> stored) {
        List<Certificate> known = stored.map(attestation -> attestation.match(
                        X509Attestation::held, symmetric -> List.<Certificate>of(), tpm -> List.<Certificate>of()))
                .orElse(List.of());
        return draft.match(
                keys -> new SymmetricKeyAttestation(keys(keys.keys(), stored)),
                clients -> new ClientCertificates(clients.certificates().map(one -> certificate(one, known))),
                signers -> new SigningCertificates(signers.certificates().map(one -> certificate(one, known))),
                references -> new AuthorityReferences(references.names()),
                tpm -> new TpmAttestation(tpm.endorsementKey(), tpm.storageRootKey(), secret(tpm, stored)));
    }

    /** The stored one stays for the same TPM; another TPM must not be able to use what this one was given. */
    private SymmetricKey secret(AttestationDraft.Tpm written, Optional<Attestation> stored) {
        return stored.flatMap(attestation ->
                        attestation.match(x509 -> Optional.empty(), symmetric -> Optional.empty(), Optional::of))
                .filter(tpm -> tpm.endorsementKey().equals(written.endorsementKey()))
                .map(TpmAttestation::secret)
                .orElseGet(ids::newSymmetricKey);
    }

    /** Without new keys the stored ones stay, so that reading an entry and writing it back locks no device out. */
    private SymmetricKeys keys(Optional<SymmetricKeys> written, Optional<Attestation> stored) {
        return written.or(() -> stored.flatMap(attestation -> attestation.match(
                        x509 -> Optional.empty(), symmetric -> Optional.of(symmetric.keys()), tpm -> Optional.empty())))
                .orElseGet(() -> new SymmetricKeys(ids.newSymmetricKey(), ids.newSymmetricKey()));
    }

    private static Certificate certificate(CertificateDraft written, List<Certificate> known) {
        return written.certificate().orElseGet(() -> described(written.described(), known));
    }

    private static Certificate described(Optional<Thumbprint> thumbprint, List<Certificate> known) {
        return known.stream()
                .filter(certificate -> thumbprint.equals(Optional.of(certificate.thumbprint())))
                .findFirst()
                .orElseThrow(() -> Problem.field(
                                "attestation.x509",
                                "a certificate is only described, and no stored one fits: send the certificate itself")
                        .asException());
    }
}
