package io.fairlead.application.provisioning;

import io.fairlead.application.problem.Problem;
import io.fairlead.domain.attestation.Attestation;
import io.fairlead.domain.attestation.ProofCheck;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.TpmAttestation;
import io.fairlead.domain.attestation.TpmIdentity;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.Octets;
import io.fairlead.domain.tpm.StorageRootKey;
import io.fairlead.domain.tpm.TpmKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Wraps keys for the TPMs of devices. Keeps nothing: every key follows from its entry. */
final class TpmDesk {
    private final IdScope scope;
    private final SecureRandom random;

    TpmDesk(IdScope scope, SecureRandom random) {
        this.scope = scope;
        this.random = random;
    }

    /** The key with which the device can sign the token of its next request. */
    ActivationBlob challenge(TpmAttestation demand, RegistrationId id, TpmKeys shown, Instant now) {
        String resource = scope.value() + "/registrations/" + id.value();
        return wrap(shown, demand.identity().challengeKey(id, now), resource);
    }

    /**
     * The key with which the device can sign at its hub.
     *
     * @return empty for a device without TPM, or when the hub holds a key from before its entry was made anew
     */
    Optional<ActivationBlob> hubKey(Optional<? extends Enrollment> entry, DeviceRegistration record) {
        return entry.flatMap(found -> demand(found.terms().attestation()))
                .flatMap(demand -> record.rootKey()
                        .flatMap(root -> record.assignment()
                                .filter(at -> at.credentialFingerprint()
                                        .equals(demand.identity().fingerprint()))
                                .map(HubAssignment::key)
                                .map(place -> hubKey(demand, root, place))));
    }

    /**
     * The root key that the device's hub key will be wrapped for.
     *
     * @throws io.fairlead.application.problem.ProvisioningException invalid, when the entry is by TPM and none was sent, or
     *     unauthenticated, when it was sent with another TPM's endorsement key
     */
    static Optional<StorageRootKey> rootKey(Admission admission, RegistrationRequest request) {
        return demand(admission.entry().terms().attestation()).map(demand -> {
            TpmKeys shown = request.tpm()
                    .orElseThrow(() -> Problem.field(
                                    "tpm",
                                    "is missing; send tpm.endorsementKey and tpm.storageRootKey with the token too")
                            .asException());
            ProofCheck.challengeFault(demand, shown).ifPresent(reason -> {
                throw Problem.of(Problem.Kind.UNAUTHENTICATED, reason.text()).asException();
            });
            return shown.root();
        });
    }

    static Optional<TpmAttestation> demand(Attestation attestation) {
        return attestation.match(x509 -> Optional.empty(), symmetric -> Optional.empty(), Optional::of);
    }

    private ActivationBlob hubKey(TpmAttestation demand, StorageRootKey root, HubDeviceKey place) {
        TpmIdentity identity = demand.identity();
        return wrap(
                new TpmKeys(demand.endorsementKey(), root),
                identity.hubKey(place.hub(), place.device()),
                place.hub().value() + "/devices/" + place.device().value());
    }

    private ActivationBlob wrap(TpmKeys tpm, SymmetricKey key, String resource) {
        return ActivationBlob.wrap(tpm, Octets.of(key.bytes()), resource, random);
    }
}
