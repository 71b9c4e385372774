package io.fairlead.adapters.wire.enrollment;

import static io.fairlead.adapters.wire.body.Fields.constant;
import static io.fairlead.adapters.wire.body.Fields.value;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.wire.body.RequestBody;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.adapters.wire.version.KnownFields;
import io.fairlead.application.administration.DraftField;
import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.Optional;
import java.util.Set;

/**
 * An entry as an operator sends it (DPS {@code IndividualEnrollment}, {@code EnrollmentGroup}). Unknown members and
 * what only the service can say (etag, dates, registrationState) are ignored; null is the same as absent.
 *
 * <p>Each method throws {@link ProvisioningException}, invalid, with the path of the field that is wrong.
 */
public final class EnrollmentBody {
    private EnrollmentBody() {}

    /** An individual enrollment, put under this id. */
    public static EnrollmentDraft individual(byte[] body, RegistrationId id, ApiVersion version) {
        return RequestBody.read(body, members -> {
            sameId(members, "registrationId", id.value());
            return individual(members, version);
        });
    }

    /** A group, put under this id. */
    public static EnrollmentDraft group(byte[] body, EnrollmentGroupId id, ApiVersion version) {
        return RequestBody.read(body, members -> {
            sameId(members, "enrollmentGroupId", id.value());
            return group(members, version);
        });
    }

    /** An individual enrollment whose id was read already. */
    static EnrollmentDraft individual(JsonMembers members, ApiVersion version) {
        return draft(
                members,
                version,
                value(members, "deviceId", DeviceId::new),
                members.object("optionalDeviceInformation").map(FreeDocument::read),
                KnownFields.unknownOfIndividual(version),
                EnrollmentRef.Kind.INDIVIDUAL);
    }

    /** A group whose id was read already. */
    static EnrollmentDraft group(JsonMembers members, ApiVersion version) {
        return draft(
                members,
                version,
                Optional.empty(),
                Optional.empty(),
                KnownFields.unknownOfGroup(version),
                EnrollmentRef.Kind.GROUP);
    }

    private static EnrollmentDraft draft(
            JsonMembers members,
            ApiVersion version,
            Optional<DeviceId> deviceId,
            Optional<TwinDocument> information,
            Set<DraftField> unsayable,
            EnrollmentRef.Kind entry) {
        refuseWhatIsNotServed(members);
        HubWish hubs = HubWish.of(members, version);
        return new EnrollmentDraft(
                deviceId,
                information,
                AttestationBody.draft(members, entry),
                capabilities(members),
                hubs.policy(),
                hubs.hubs(),
                members.object("initialTwin").map(EnrollmentBody::twin),
                version.predatesReprovisioning() ? Optional.empty() : policy(members),
                unsayable,
                constant(members, "provisioningStatus", ProvisioningStatus.class)
                        .orElse(ProvisioningStatus.ENABLED),
                unsayable.contains(DraftField.ALLOCATION) ? Optional.empty() : WebhookBody.read(members));
    }

    private static void sameId(JsonMembers members, String name, String id) {
        String named = members.text(name).orElseThrow(() -> members.refuse(name, "is missing; say the id of the path"));
        if (!named.equalsIgnoreCase(id)) throw members.refuse(name, "must be the id of the path");
    }

    private static void refuseWhatIsNotServed(JsonMembers members) {
        if (members.has("credentialPolicyName")) {
            throw members.refuse("credentialPolicyName", "is not served here; leave it out");
        }
    }

    private static DeviceCapabilities capabilities(JsonMembers members) {
        return members.object("capabilities")
                .map(capabilities ->
                        new DeviceCapabilities(capabilities.truth("iotEdge").orElse(false)))
                .orElse(DeviceCapabilities.NONE);
    }

    /** Within a policy both members default to true; a policy that is absent stays absent. */
    private static Optional<ReprovisionPolicy> policy(JsonMembers members) {
        return members.object("reprovisionPolicy")
                .map(policy -> new ReprovisionPolicy(
                        policy.truth("updateHubAssignment").orElse(true),
                        policy.truth("migrateDeviceData").orElse(true)));
    }

    private static InitialTwin twin(JsonMembers twin) {
        return new InitialTwin(
                twin.object("tags").map(FreeDocument::read).orElse(TwinDocument.EMPTY),
                twin.object("properties")
                        .flatMap(properties -> properties.object("desired"))
                        .map(FreeDocument::read)
                        .orElse(TwinDocument.EMPTY));
    }
}
