package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.adapters.wire.text.WireTime;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.registration.RegistrationStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A registration record as JSON (DPS {@code DeviceRegistrationResult}).
 *
 * <p>{@code registrationId} and {@code status} are always there, and nothing is ever null: the Java client refuses a
 * result without the two, and a {@code payload} that is null or no object.
 */
public final class RegistrationJson {
    private RegistrationJson() {}

    /**
     * The record by itself, as the status lookup returns it. A good assignment may have the last error beside it.
     *
     * @param shown what the device proved itself with
     */
    public static byte[] write(DeviceRegistration registration, DeviceProof shown) {
        Map<String, Object> tree = tree(registration, registration.status(), registration.lastFailure());
        AttestationResult.put(tree, registration, shown);
        return JsonText.write(tree);
    }

    /** The record as a part of another document, under a status and with an error of that document's own. */
    static Map<String, Object> tree(
            DeviceRegistration registration, RegistrationStatus status, Optional<RegistrationFailure> failure) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("registrationId", registration.id().value());
        tree.put("createdDateTimeUtc", WireTime.text(registration.createdAt()));
        registration.assignment().ifPresent(assignment -> {
            tree.put("assignedHub", assignment.key().hub().value());
            tree.put("deviceId", assignment.key().device().value());
        });
        tree.put("status", Fields.camelCase(status));
        registration.substatus().ifPresent(substatus -> tree.put("substatus", Fields.camelCase(substatus)));
        failure.ifPresent(error -> {
            tree.put("errorCode", ErrorCode.of(error.kind()).code());
            tree.put("errorMessage", error.message());
        });
        tree.put("lastUpdatedDateTimeUtc", WireTime.text(registration.lastUpdatedAt()));
        tree.put("etag", EntityTag.inRegistration(registration.etag()));
        registration.payload().ifPresent(payload -> tree.put("payload", payload.members()));
        return tree;
    }
}
