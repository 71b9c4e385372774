package io.fairlead.adapters.wire.device;

import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.adapters.wire.registration.OperationJson;
import io.fairlead.adapters.wire.registration.RegistrationJson;
import io.fairlead.adapters.wire.registration.TpmJson;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.tpm.ActivationBlob;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a device is told, before its transport dresses it.
 *
 * @param status of HTTP, which the other transports carry as well
 * @param retryAfter when to ask again, in whole seconds, at least 1: an HTTP date makes the Java client fail
 */
public record DeviceAnswer(int status, byte[] json, OptionalLong retryAfter) {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    /** For a device that comes at a bad time. Clients repeat at 429 and above; Java believes no more than 5. */
    private static final OptionalLong LATER = OptionalLong.of(5);

    /** What a TPM has to open before its device can sign: not a refusal, but the status that clients wait for. */
    static DeviceAnswer challenge(ActivationBlob blob) {
        return new DeviceAnswer(UNAUTHORIZED, TpmJson.challenge(blob), OptionalLong.empty());
    }

    /** The answer to a register: always 202, since the C# client throws on anything else. */
    static DeviceAnswer promise(OperationReport report) {
        return new DeviceAnswer(ACCEPTED, OperationJson.promise(report), wait(report));
    }

    /** The answer to a poll: 202 while it runs, 200 when it is final, also when it failed. */
    static DeviceAnswer progress(OperationReport report, DeviceProof shown) {
        byte[] json = OperationJson.progress(report, shown);
        return report.status() == OperationStatus.RUNNING
                ? new DeviceAnswer(ACCEPTED, json, wait(report))
                : new DeviceAnswer(OK, json, OptionalLong.empty());
    }

    /** The record by itself. */
    static DeviceAnswer record(DeviceRegistration registration, DeviceProof shown) {
        return new DeviceAnswer(OK, RegistrationJson.write(registration, shown), OptionalLong.empty());
    }

    /** Whether the device need not ask again. */
    boolean isFinal() {
        return status != ACCEPTED;
    }

    /** A refusal, for transports that have no way of their own to say one. */
    public static DeviceAnswer refusal(RefusedRequest refused, String trackingId, Instant now) {
        int status = refused.code().status();
        OptionalLong later = status >= TOO_MANY ? LATER : OptionalLong.empty();
        return new DeviceAnswer(
                status,
                refused.toJson(trackingId, now),
                refused.retryAfter().isPresent() ? refused.retryAfter() : later);
    }

    private static OptionalLong wait(OperationReport report) {
        return OptionalLong.of(Math.max(1, report.retryAfter().toSeconds()));
    }
}
