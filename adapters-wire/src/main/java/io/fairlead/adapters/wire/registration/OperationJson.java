package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.body.Fields;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.registration.RegistrationStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An operation as JSON (DPS {@code RegistrationOperationStatus}). {@code operationId} and {@code status} are always
 * there; {@code registrationState} is in every final answer, since the Java client hangs on a failure without it.
 */
public final class OperationJson {
    private OperationJson() {}

    /**
     * The first answer to a register: the promise alone, {@code assigning}, also when nothing is left to do. That is
     * what DPS always answers; the device learns the outcome by its first poll.
     */
    public static byte[] promise(OperationReport report) {
        return JsonText.write(head(report, RegistrationStatus.ASSIGNING));
    }

    /**
     * The answer to a poll.
     *
     * @param shown what the device proved itself with
     */
    public static byte[] progress(OperationReport report, DeviceProof shown) {
        RegistrationStatus status = status(report.status());
        Map<String, Object> tree = head(report, status);
        tree.put(
                "registrationState",
                status == RegistrationStatus.ASSIGNING ? running(report.registration()) : ended(report, status, shown));
        return JsonText.write(tree);
    }

    /** All clients with a TPM demand their hub key when they are assigned. */
    private static Map<String, Object> ended(OperationReport report, RegistrationStatus status, DeviceProof shown) {
        Map<String, Object> tree = RegistrationJson.tree(report.registration(), status, failure(report));
        AttestationResult.put(tree, report.registration(), shown);
        report.hubKey().ifPresent(blob -> tree.put("tpm", TpmJson.hubKey(blob)));
        return tree;
    }

    private static RegistrationStatus status(OperationStatus status) {
        return switch (status) {
            case RUNNING -> RegistrationStatus.ASSIGNING;
            case ASSIGNED -> RegistrationStatus.ASSIGNED;
            case FAILED -> RegistrationStatus.FAILED;
        };
    }

    /** A failure without an error code once hung the Java client for ever, so there is always one. */
    private static Optional<RegistrationFailure> failure(OperationReport report) {
        if (report.status() != OperationStatus.FAILED) return Optional.empty();
        return report.failure()
                .or(() -> Optional.of(new RegistrationFailure(
                        FailureKind.INTERNAL,
                        "the operation failed and left no reason; register again",
                        report.registration().lastUpdatedAt())));
    }

    private static Map<String, Object> head(OperationReport report, RegistrationStatus status) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("operationId", report.operationId().value());
        tree.put("status", Fields.camelCase(status));
        return tree;
    }

    /** While it runs the record's assignment is on its way out, so it is not shown. */
    private static Map<String, Object> running(DeviceRegistration registration) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("registrationId", registration.id().value());
        tree.put("status", Fields.camelCase(RegistrationStatus.ASSIGNING));
        return tree;
    }
}
