package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.domain.enrollment.Enrollment;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An entry as an allocation webhook sees it (DPS "Custom allocation": {@code individualEnrollment}, {@code
 * enrollmentGroup}): as the service API shows it at the webhook's api-version, without keys and with the query of the
 * webhook's address masked.
 */
public final class EntryForWebhook {
    private EntryForWebhook() {}

    /**
     * Puts the entry under the name of its kind.
     *
     * @param version that of the entry's webhook
     * @return the type of the entry's attestation
     */
    public static String put(Map<String, Object> request, Enrollment entry, String version) {
        ApiVersion known = ApiVersion.parse(version);
        String kind = entry.match(individual -> "individualEnrollment", group -> "enrollmentGroup");
        Map<String, Object> tree = entry.match(
                individual -> EnrollmentJson.tree(individual, known, EnrollmentJson.Keys.BLANKED),
                group -> EnrollmentJson.tree(group, known, EnrollmentJson.Keys.BLANKED));
        String attestation = type(tree);
        request.put(kind, withoutSecrets(tree, attestation, entry.terms()));
        return attestation;
    }

    private static String type(Map<String, Object> tree) {
        return tree.get("attestation") instanceof Map<?, ?> attestation
                ? String.valueOf(attestation.get("type"))
                : "none";
    }

    private static Map<String, Object> withoutSecrets(
            Map<String, Object> shown, String attestation, EnrollmentTerms terms) {
        Map<String, Object> tree = new LinkedHashMap<>(shown);
        tree.put("attestation", Map.of("type", attestation));
        terms.customAllocation().ifPresent(webhook -> WebhookBody.writeMasked(tree, webhook));
        return tree;
    }
}
