package io.fairlead.application.deciding;

import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.HubAllocator;
import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.DecisionFacts;
import io.fairlead.domain.reprovisioning.EffectivePolicy;
import io.fairlead.domain.reprovisioning.HubAnswer;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.util.List;
import java.util.Optional;

/**
 * A device, its entry and the linked hubs at one moment.
 *
 * @param id the id on the registration record, or as presented when there is none
 * @param credential what the device proved
 * @param snapshotKept whether a stored snapshot is young enough to create the device from
 */
public record Situation(
        RegistrationId id,
        Enrollment entry,
        Optional<DeviceRegistration> registration,
        DeviceCredential credential,
        ReprovisioningSupport support,
        LinkedHubs linked,
        AllocationPolicy defaultAllocation,
        boolean snapshotKept) {

    /** The facts of a decision, with no hub asked yet. */
    public DecisionFacts facts() {
        Optional<HubAssignment> current = assignment();
        return new DecisionFacts(
                current,
                current.map(at -> linked.contains(at.key().hub())).orElse(false),
                policy(),
                choice(),
                deviceId(),
                current.map(at -> !at.key().device().equals(deviceId())).orElse(false),
                HubAnswer.NOT_ASKED,
                TargetAnswer.NOT_ASKED,
                current.map(at -> !at.credentialFingerprint().equals(credential.fingerprint()))
                        .orElse(false),
                snapshotKept,
                false);
    }

    public EffectivePolicy policy() {
        return EffectivePolicy.of(entry.terms().reprovisionPolicy(), support);
    }

    /** The webhook's twin where it gave one, else the entry's, as it stands now. */
    public InitialConfiguration initialConfiguration() {
        InitialConfiguration ofEntry = entry.terms().initialConfiguration();
        return registration
                .flatMap(DeviceRegistration::webhookTwin)
                .map(twin -> new InitialConfiguration(twin, ofEntry.capabilities()))
                .orElse(ofEntry);
    }

    /** What the decision rests on, in words for the audit log. */
    public List<String> inputs() {
        return List.of(
                "entry: " + entry.ref(),
                "policy: " + policy(),
                "allocation: "
                        + choice().match(chosen -> chosen.hub().value(), none -> none.why(), failed -> failed.why()),
                "linked: "
                        + linked.all().stream().map(hub -> hub.name().value()).toList());
    }

    private Optional<HubAssignment> assignment() {
        return registration.flatMap(DeviceRegistration::assignment);
    }

    private HubChoice choice() {
        AllocationPolicy effective = entry.terms().allocationPolicy().orElse(defaultAllocation);
        return HubAllocator.choose(effective, entry.terms().iotHubs(), linked, id);
    }

    /** The entry's device id, else the registration id as it was written the first time. */
    private DeviceId deviceId() {
        return entry.match(IndividualEnrollment::deviceId, group -> Optional.<DeviceId>empty())
                .orElseGet(() -> new DeviceId(id.value()));
    }
}
