package io.fairlead.application.administration;

import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What of an entry changed, for the audit log: by the names of its JSON, without secrets and free documents. */
final class EntryChanges {
    private static final String ABSENT = "absent";

    private final Map<String, String> facts = new LinkedHashMap<>();

    private EntryChanges() {}

    /** @param before empty when the entry is new */
    static Map<String, String> of(Optional<EnrollmentTerms> before, EnrollmentTerms after) {
        EntryChanges changes = new EntryChanges();
        changes.terms(before, after);
        return changes.facts;
    }

    /** @param before empty when the entry is new */
    static Map<String, String> of(Optional<IndividualEnrollment> before, IndividualEnrollment after) {
        EntryChanges changes = new EntryChanges();
        changes.told("deviceId", before, after, IndividualEnrollment::deviceId);
        changes.untold("optionalDeviceInformation", before, after, IndividualEnrollment::optionalDeviceInformation);
        changes.terms(before.map(IndividualEnrollment::terms), after.terms());
        return changes.facts;
    }

    private void terms(Optional<EnrollmentTerms> before, EnrollmentTerms after) {
        untold("attestation", before, after, EnrollmentTerms::attestation);
        told("iotEdge", before, after, terms -> terms.capabilities().iotEdge());
        told("allocationPolicy", before, after, EnrollmentTerms::allocationPolicy);
        told("iotHubs", before, after, EnrollmentTerms::iotHubs);
        told("customAllocationDefinition", before, after, EnrollmentTerms::customAllocation);
        told("reprovisionPolicy", before, after, EnrollmentTerms::reprovisionPolicy);
        told("provisioningStatus", before, after, EnrollmentTerms::provisioningStatus);
        untold("initialTwin", before, after, EnrollmentTerms::initialTwin);
    }

    private <T> void told(String name, Optional<T> before, T after, Function<T, Object> field) {
        String was = before.map(field).map(EntryChanges::words).orElse(ABSENT);
        String is = words(field.apply(after));
        if (!was.equals(is)) {
            facts.put(name, before.isPresent() ? was + " -> " + is : is);
        }
    }

    private <T> void untold(String name, Optional<T> before, T after, Function<T, Object> field) {
        Object is = field.apply(after);
        if (before.isPresent() && !Objects.equals(field.apply(before.get()), is)) {
            facts.put(name, "changed");
        }
    }

    private static String words(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Object::toString).orElse(ABSENT);
        }
        return value.equals(List.of()) ? ABSENT : value.toString();
    }
}
