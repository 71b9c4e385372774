package io.fairlead.domain.registration;

import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.tpm.StorageRootKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The registration record: what the service keeps per device. Every change gives it a new etag.
 *
 * @param id as the device wrote it the first time; its case names the device on a hub
 * @param entry the enrollment entry that vouched for the device last
 * @param assignment where the device is, if anywhere; a failed request never removes it
 * @param substatus how it came there
 * @param runningOperation the one operation under way, set and cleared by compare-and-set
 * @param lastOperation the operation whose outcome this record shows; a keep is answered with it
 * @param lastFailure the error of the last request, beside a good assignment or without one
 * @param payload what the allocation webhook returned for the device
 * @param webhookTwin the twin that the allocation webhook gave this device: its initial configuration from then on
 * @param rootKey under which the device's TPM keeps its keys, as it said with its last request; for other devices absent
 */
public record DeviceRegistration(
        RegistrationId id,
        EnrollmentRef entry,
        Optional<HubAssignment> assignment,
        Optional<RegistrationSubstatus> substatus,
        Optional<OperationId> runningOperation,
        Optional<OperationId> lastOperation,
        Optional<RegistrationFailure> lastFailure,
        Optional<TwinDocument> payload,
        Optional<InitialTwin> webhookTwin,
        Optional<StorageRootKey> rootKey,
        Instant createdAt,
        Instant lastUpdatedAt,
        ETag etag) {

    /** A record of a device that was never seen before. */
    public static DeviceRegistration unseen(RegistrationId id, EnrollmentRef entry, Instant now, ETag etag) {
        return new DeviceRegistration(
                id,
                entry,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                now,
                etag);
    }

    /** What a device is told: {@code assigning} while an operation runs, else what the record holds. */
    public RegistrationStatus status() {
        if (runningOperation.isPresent()) {
            return RegistrationStatus.ASSIGNING;
        }
        if (assignment.isPresent()) {
            return RegistrationStatus.ASSIGNED;
        }
        return lastFailure.isPresent() ? RegistrationStatus.FAILED : RegistrationStatus.UNASSIGNED;
    }

    /** This record with an operation under way, vouched for by this entry. */
    public DeviceRegistration running(OperationId operation, EnrollmentRef vouching, Instant now, ETag next) {
        return new DeviceRegistration(
                id,
                vouching,
                assignment,
                substatus,
                Optional.of(operation),
                lastOperation,
                lastFailure,
                payload,
                webhookTwin,
                rootKey,
                createdAt,
                now,
                next);
    }

    /** This record pointing at a place; an operation under way stays under way. */
    public DeviceRegistration assigned(HubAssignment to, RegistrationSubstatus how, Instant now, ETag next) {
        return new DeviceRegistration(
                id,
                entry,
                Optional.of(to),
                Optional.of(how),
                runningOperation,
                lastOperation,
                lastFailure,
                payload,
                webhookTwin,
                rootKey,
                createdAt,
                now,
                next);
    }

    /** This record after its operation succeeded: the error of an earlier request is gone. */
    public DeviceRegistration finished(OperationId operation, Instant now, ETag next) {
        return ended(operation, Optional.empty(), now, next);
    }

    /** This record after an operation failed: a good assignment stays, the error stands beside it. */
    public DeviceRegistration failed(OperationId operation, RegistrationFailure failure, Instant now, ETag next) {
        return ended(operation, Optional.of(failure), now, next);
    }

    /** This record with what the allocation webhook returned for the device last; nothing when it was not asked. */
    public DeviceRegistration withPayload(Optional<TwinDocument> returned) {
        return told(returned, webhookTwin, rootKey);
    }

    /** This record with the twin that the allocation webhook gave the device, or none for the entry's. */
    public DeviceRegistration withWebhookTwin(Optional<InitialTwin> given) {
        return told(payload, given, rootKey);
    }

    /** This record with the storage root key that the device's TPM has now, or none for a device without TPM. */
    public DeviceRegistration withRootKey(Optional<StorageRootKey> shown) {
        return told(payload, webhookTwin, shown);
    }

    private DeviceRegistration told(
            Optional<TwinDocument> nextPayload, Optional<InitialTwin> nextTwin, Optional<StorageRootKey> nextRoot) {
        return new DeviceRegistration(
                id,
                entry,
                assignment,
                substatus,
                runningOperation,
                lastOperation,
                lastFailure,
                nextPayload,
                nextTwin,
                nextRoot,
                createdAt,
                lastUpdatedAt,
                etag);
    }

    private DeviceRegistration ended(
            OperationId operation, Optional<RegistrationFailure> failure, Instant now, ETag next) {
        return new DeviceRegistration(
                id,
                entry,
                assignment,
                substatus,
                Optional.empty(),
                Optional.of(operation),
                failure,
                payload,
                webhookTwin,
                rootKey,
                createdAt,
                now,
                next);
    }
}
