package io.fairlead.application.deciding;

import io.fairlead.application.port.WebhookCall;
import io.fairlead.domain.allocation.Allocation;
import io.fairlead.domain.allocation.AllocationRequest;
import io.fairlead.domain.allocation.HubAllocator;
import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.ProvenIdentity;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.registration.WebhookReply;
import io.fairlead.domain.reprovisioning.DecisionFacts;
import io.fairlead.domain.reprovisioning.EffectivePolicy;
import io.fairlead.domain.reprovisioning.HubAnswer;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.NeedsToKnow;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Question;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;
import io.fairlead.domain.reprovisioning.ReprovisionPlanner;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import io.fairlead.domain.reprovisioning.TargetAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A device, its entry and the linked hubs at one moment.
 *
 * @param id the id on the registration record, or as presented when there is none
 * @param identity what the device proved
 * @param origin what is known of where the request came from
 * @param webhook what the allocation webhook said, if it was asked
 * @param snapshotKept whether a stored snapshot is young enough to create the device from
 */
public record Situation(
        RegistrationId id,
        Enrollment entry,
        Optional<DeviceRegistration> registration,
        ProvenIdentity identity,
        ReprovisioningSupport support,
        AllocationFrame frame,
        RequestOrigin origin,
        Optional<WebhookReply> webhook,
        boolean snapshotKept) {

    /** The facts of a decision, with no hub asked yet. */
    public DecisionFacts facts() {
        Optional<HubAssignment> current = assignment();
        return new DecisionFacts(
                current,
                current.map(at -> frame.linked().contains(at.key().hub())).orElse(false),
                policy(),
                allocation().choice(),
                deviceId(),
                current.map(at -> !at.key().device().equals(deviceId())).orElse(false),
                HubAnswer.NOT_ASKED,
                TargetAnswer.NOT_ASKED,
                current.map(at -> !at.credentialFingerprint().equals(identity.fingerprint()))
                        .orElse(false),
                snapshotKept,
                false);
    }

    /** What the hub of this place shall accept from the device. */
    public DeviceCredential credentialAt(HubDeviceKey place) {
        return identity.on(place.hub(), place.device());
    }

    public EffectivePolicy policy() {
        return EffectivePolicy.of(entry.terms().reprovisionPolicy(), support);
    }

    /**
     * What the device begins with where it begins anew: the twin that the webhook gave it, now or once, else the entry's
     * as it stands now.
     */
    public InitialConfiguration initialConfiguration(Optional<ReprovisionPlan> plan) {
        InitialConfiguration ofEntry = entry.terms().initialConfiguration();
        return webhookTwin(plan)
                .map(twin -> new InitialConfiguration(twin, ofEntry.capabilities()))
                .orElse(ofEntry);
    }

    private Optional<InitialTwin> webhookTwin(Optional<ReprovisionPlan> plan) {
        boolean now = plan.filter(ReprovisionPlan::takesWebhookTwin).isPresent();
        return webhook.filter(any -> now)
                .map(reply -> reply.match(WebhookReply.Answered::initialTwin, failed -> Optional.<InitialTwin>empty()))
                .orElseGet(() -> registration.flatMap(DeviceRegistration::webhookTwin));
    }

    /**
     * The call that the decision waits for; empty when it waits for none.
     *
     * @param payload what the device sent
     */
    public Optional<WebhookCall> openCall(Optional<TwinDocument> payload) {
        boolean waits =
                ReprovisionPlanner.decide(facts()) instanceof NeedsToKnow open && open.question() == Question.WEBHOOK;
        return entry.terms()
                .customAllocation()
                .filter(any -> waits)
                .map(definition -> new WebhookCall(
                        definition,
                        entry,
                        id,
                        assignment().map(HubAssignment::key),
                        allocationRequest().offered(),
                        payload));
    }

    /** What the decision rests on, in words for the audit log. */
    public List<String> inputs() {
        List<String> inputs = new ArrayList<>(List.of(
                "entry: " + entry.ref(),
                "policy: " + policy(),
                "allocation: " + words(allocation()),
                "linked: "
                        + frame.linked().all().stream()
                                .map(hub -> hub.name().value())
                                .toList()));
        webhook.flatMap(reply -> reply.match(answered -> Optional.<String>empty(), WebhookReply.Failed::excerpt))
                .ifPresent(excerpt -> inputs.add("webhook sent: " + excerpt));
        return inputs;
    }

    private Optional<HubAssignment> assignment() {
        return registration.flatMap(DeviceRegistration::assignment);
    }

    private static String words(Allocation allocation) {
        return allocation
                .choice()
                .match(
                        chosen -> chosen.hub() + ", " + allocation.grounds(),
                        none -> none.why(),
                        failed -> failed.why(),
                        notAsked -> "the webhook is to be asked");
    }

    private Allocation allocation() {
        return HubAllocator.choose(allocationRequest());
    }

    /** An entry whose policy is custom and that names no webhook cannot be saved; one could be by hand. */
    private AllocationRequest allocationRequest() {
        return new AllocationRequest(
                entry.terms().allocationPolicy().orElse(frame.defaultPolicy()),
                entry.terms().iotHubs(),
                frame.linked(),
                id,
                assignment().map(at -> at.key().hub()),
                policy().keepsAssignment(),
                origin,
                frame.minGainPercent(),
                webhookSays());
    }

    private HubChoice webhookSays() {
        return webhook.map(WebhookReply::choice)
                .orElseGet(() -> entry.terms().customAllocation().isPresent()
                        ? new HubChoice.NotAsked()
                        : new HubChoice.WebhookFailed("the enrollment names no webhookUrl"));
    }

    /** The entry's device id, else the registration id as it was written the first time. */
    private DeviceId deviceId() {
        return entry.match(IndividualEnrollment::deviceId, group -> Optional.<DeviceId>empty())
                .orElseGet(() -> new DeviceId(id.value()));
    }
}
