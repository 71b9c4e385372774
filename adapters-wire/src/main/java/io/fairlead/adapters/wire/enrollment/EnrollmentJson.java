package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.registration.RegistrationStateJson;
import io.fairlead.adapters.wire.text.WireTime;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.adapters.wire.version.KnownFields;
import io.fairlead.application.administration.DraftField;
import io.fairlead.application.administration.RegisteredEnrollment;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.EntryStamp;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stored entries as an operator's client of some api-version reads them. What is absent on the entry is absent here:
 * a policy that was never saved is never shown.
 */
public final class EnrollmentJson {
    private EnrollmentJson() {}

    /** Whether keys are in the answer. */
    public enum Keys {
        /** As they are: in the answer to the PUT that may have made them (the Java and C# clients read them there). */
        SHOWN,
        /** As empty strings: clients expect the members, and two empty keys in a PUT keep the stored ones. */
        BLANKED
    }

    /** An individual enrollment as it was saved. */
    public static byte[] write(IndividualEnrollment entry, ApiVersion version, Keys keys) {
        return JsonText.write(tree(entry, version, keys));
    }

    /** A page of individual enrollments, without keys. */
    public static byte[] enrollments(List<IndividualEnrollment> entries, ApiVersion version) {
        return JsonText.write(entries.stream()
                .map(entry -> tree(entry, version, Keys.BLANKED))
                .toList());
    }

    /** An individual enrollment without its keys, and with the state of its device. */
    public static byte[] write(RegisteredEnrollment entry, ApiVersion version) {
        Map<String, Object> tree = tree(entry.enrollment(), version, Keys.BLANKED);
        entry.registration()
                .ifPresent(record -> tree.put("registrationState", RegistrationStateJson.tree(record, version)));
        return JsonText.write(tree);
    }

    /** An enrollment group. */
    public static byte[] write(EnrollmentGroup entry, ApiVersion version, Keys keys) {
        return JsonText.write(tree(entry, version, keys));
    }

    /** A page of groups, without keys. */
    public static byte[] groups(List<EnrollmentGroup> groups, ApiVersion version) {
        return JsonText.write(
                groups.stream().map(group -> tree(group, version, Keys.BLANKED)).toList());
    }

    /** An individual enrollment as an item of a list. */
    public static Map<String, Object> tree(IndividualEnrollment entry, ApiVersion version, Keys keys) {
        Set<DraftField> unknown = KnownFields.unknownOfIndividual(version);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("registrationId", entry.registrationId().value());
        entry.deviceId().ifPresent(id -> tree.put("deviceId", id.value()));
        terms(tree, entry.terms(), unknown, keys);
        entry.optionalDeviceInformation()
                .filter(any -> !unknown.contains(DraftField.DEVICE_INFORMATION))
                .ifPresent(information -> tree.put("optionalDeviceInformation", information.members()));
        stamp(tree, entry.stamp());
        return tree;
    }

    /** An enrollment group as an item of a list. */
    public static Map<String, Object> tree(EnrollmentGroup entry, ApiVersion version, Keys keys) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("enrollmentGroupId", entry.groupId().value());
        terms(tree, entry.terms(), KnownFields.unknownOfGroup(version), keys);
        stamp(tree, entry.stamp());
        return tree;
    }

    private static void terms(Map<String, Object> tree, EnrollmentTerms terms, Set<DraftField> unknown, Keys keys) {
        tree.put("attestation", AttestationJson.tree(terms.attestation(), keys));
        if (!unknown.contains(DraftField.CAPABILITIES)) {
            tree.put("capabilities", Map.of("iotEdge", terms.capabilities().iotEdge()));
        }
        if (unknown.contains(DraftField.ALLOCATION)) singleHub(tree, terms);
        else hubs(tree, terms);
        terms.reprovisionPolicy()
                .filter(any -> !unknown.contains(DraftField.REPROVISION_POLICY))
                .ifPresent(policy -> tree.put("reprovisionPolicy", policy(policy)));
        terms.initialTwin().ifPresent(twin -> tree.put("initialTwin", twin(twin)));
        tree.put("provisioningStatus", Fields.camelCase(terms.provisioningStatus()));
    }

    /** The first versions know one hub or none. */
    private static void singleHub(Map<String, Object> tree, EnrollmentTerms terms) {
        boolean bound =
                terms.allocationPolicy().filter(AllocationPolicy.STATIC::equals).isPresent();
        if (bound && terms.iotHubs().size() == 1) {
            tree.put("iotHubHostName", terms.iotHubs().get(0).value());
        }
    }

    private static void hubs(Map<String, Object> tree, EnrollmentTerms terms) {
        terms.allocationPolicy().ifPresent(policy -> tree.put("allocationPolicy", Fields.camelCase(policy)));
        List<String> names = terms.iotHubs().stream().map(HubName::value).toList();
        if (!names.isEmpty()) tree.put("iotHubs", names);
        terms.customAllocation().ifPresent(webhook -> WebhookBody.write(tree, webhook));
    }

    private static Map<String, Object> policy(ReprovisionPolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("updateHubAssignment", policy.updateHubAssignment());
        tree.put("migrateDeviceData", policy.migrateDeviceData());
        return tree;
    }

    private static Map<String, Object> twin(InitialTwin twin) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tags", twin.tags().members());
        tree.put("properties", Map.of("desired", twin.desired().members()));
        return tree;
    }

    private static void stamp(Map<String, Object> tree, EntryStamp stamp) {
        tree.put("etag", stamp.etag().value());
        tree.put("createdDateTimeUtc", WireTime.text(stamp.createdAt()));
        tree.put("lastUpdatedDateTimeUtc", WireTime.text(stamp.lastUpdatedAt()));
    }
}
