package io.fairlead.application.port;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.HubVersions;
import io.fairlead.domain.device.InitialConfiguration;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.Optional;

/**
 * The device registries of the linked hubs. Thread-safe. No method is called inside a {@link UnitOfWork}.
 *
 * <p>Every method may be repeated. Every write carries what it expects, as read before; where the hub holds something
 * else it is refused with {@link HubException.Kind#PRECONDITION} and nothing is changed, so a late worker can do no harm.
 * Absence is a value, not an exception, except for writes to a device that is not there, which are refused as a failed
 * precondition too. Failures are {@link HubException}s; after {@link HubException.Kind#AMBIGUOUS} the write may or may not
 * have been applied, and {@link #read} tells. Each call returns within the adapter's own time limit.
 */
public interface HubRegistry {

    /** Asks whether the hub is reachable with our credentials, and what it can do. */
    HubProfile probe(HubName hub);

    /** What the hub holds of a device, not torn; empty when it holds none. */
    Optional<HubSnapshot> read(HubDeviceKey key);

    /**
     * Creates a device complete, identity and twin, visible to nobody before it is; where the hub cannot do that in one
     * act, disabled first and given its status last. Section versions begin at the given ones where the hub keeps them
     * ({@link io.fairlead.domain.device.HubFeature#VERSIONS_KEPT}), else at 1.
     *
     * @param mark kept by the hub beside the device, so that a repetition knows its own work
     */
    CreateOutcome create(HubDeviceKey key, DeviceState state, DeviceCredential credential, OwnershipMark mark);

    /**
     * Takes over a device that is there: brings credential and capabilities up to date, in one act where the hub can.
     * Status and twin stay.
     *
     * @param expected incarnation and identity tag
     */
    HubSnapshot adopt(
            HubDeviceKey key, DeviceCredential credential, DeviceCapabilities capabilities, HubVersions expected);

    /**
     * Enables or disables, with a reason.
     *
     * @param expected incarnation and identity tag
     */
    HubSnapshot setStatus(HubDeviceKey key, HubDeviceStatus status, HubVersions expected);

    /**
     * Replaces the credential.
     *
     * @param expected incarnation and identity tag
     */
    HubSnapshot updateCredential(HubDeviceKey key, DeviceCredential credential, HubVersions expected);

    /**
     * Replaces tags and desired properties whole; reported stays.
     *
     * @param expected incarnation and twin tag
     */
    HubSnapshot replaceTwin(HubDeviceKey key, TwinDocument tags, TwinDocument desired, HubVersions expected);

    /**
     * Resets: tags and desired become the configuration's, reported becomes empty, capabilities the configuration's,
     * modules are removed. Status, credential and, where the hub can do it in one act, incarnation stay; else the device
     * is removed and created again.
     *
     * @param credential given to the device where it has to be created again
     * @param expected incarnation, identity tag and twin tag
     */
    HubSnapshot resetTwin(
            HubDeviceKey key, InitialConfiguration configuration, DeviceCredential credential, HubVersions expected);

    /**
     * Replaces the reported properties whole.
     *
     * @param expected incarnation and twin tag
     * @throws HubException {@link HubException.Kind#UNSUPPORTED} where only the device can write them
     */
    HubSnapshot restoreReported(HubDeviceKey key, TwinDocument reported, HubVersions expected);

    /**
     * Removes a device.
     *
     * @param expected incarnation and identity tag
     */
    DeleteOutcome delete(HubDeviceKey key, HubVersions expected);

    /** The devices of a hub by id, for reconciliation. */
    Page<DeviceId> list(HubName hub, PageRequest request);

    /** The outcome of {@link #create}. */
    sealed interface CreateOutcome {
        /** The device as the hub now holds it. */
        HubSnapshot device();

        /** It was created now. */
        record Created(HubSnapshot device) implements CreateOutcome {}

        /** The same mark created it before, with the same content: a repetition. */
        record AlreadyOurs(HubSnapshot device) implements CreateOutcome {}

        /** A device is there that this call did not make, or made with other content; nothing was changed. */
        record Exists(HubSnapshot device) implements CreateOutcome {}
    }

    /** The outcome of {@link #delete}. */
    enum DeleteOutcome {
        DELETED,
        /** There was none, or one of another incarnation, which was left alone. */
        ABSENT,
        /** It is there but has changed since it was read; nothing was removed. */
        CHANGED
    }
}
