package io.fairlead.adapters.hubsim.table;

import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.adapters.sealing.RowSeal;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of table {@code hubsim.device}. Every write is one statement that says what it expects. */
final class DeviceTable {
    private static final String SELECT = """
            select device_id, hub, incarnation, revision, identity_tag, twin_tag, enabled, status_reason, iot_edge,
                   keys, thumbprint, mark_instance, mark_operation,
                   tags, desired, desired_version, reported, reported_version, modules
              from hubsim.device
             where device_id = :device and hub = :hub
            """;
    private static final String INSERT = """
            insert into hubsim.device
                   (device_id, hub, incarnation, revision, identity_tag, twin_tag, enabled, status_reason, iot_edge,
                    keys, thumbprint, mark_instance, mark_operation,
                    tags, desired, desired_version, reported, reported_version, modules)
            values (:device, :hub, :incarnation, :revision, :identityTag, :twinTag, :enabled, :reason, :edge,
                    :keys, :thumbprint, :markInstance, :markOperation,
                    :tags, :desired, :desiredVersion, :reported, :reportedVersion, :modules)
                on conflict do nothing
            """;
    private static final String UPDATE = """
            update hubsim.device
               set revision = :revision, identity_tag = :identityTag, twin_tag = :twinTag,
                   enabled = :enabled, status_reason = :reason, iot_edge = :edge,
                   keys = :keys, thumbprint = :thumbprint,
                   mark_instance = :markInstance, mark_operation = :markOperation,
                   tags = :tags, desired = :desired, desired_version = :desiredVersion,
                   reported = :reported, reported_version = :reportedVersion, modules = :modules
             where device_id = :device and hub = :hub and incarnation = :incarnation and revision = :seen
            """;
    private static final String DELETE = """
            delete from hubsim.device
             where device_id = :device and hub = :hub and incarnation = :incarnation and revision = :seen
            """;
    private static final String LIST = """
            select device_id from hubsim.device
             where hub = :hub and device_id > :after
             order by device_id
             fetch first :size rows only
            """;

    private final Sealing sealing;

    DeviceTable(Sealing sealing) {
        this.sealing = sealing;
    }

    /** What the secrets of a device are bound to. */
    static RowSeal seal(Sealing sealing, String hub, String device) {
        return sealing.row("hubsim.device", hub + "/" + device);
    }

    Optional<SimulatedDevice> find(Handle handle, HubDeviceKey key) {
        return handle.createQuery(SELECT)
                .bind("device", key.device().value())
                .bind("hub", key.hub().value())
                .map(new DeviceRowMapper(sealing))
                .findOne();
    }

    /** False when a device is there; then nothing is changed. */
    boolean insert(Handle handle, SimulatedDevice device) {
        return bind(handle.createUpdate(INSERT), device).execute() == 1;
    }

    /** False when the device is no longer as it was seen; then nothing is changed. */
    boolean update(Handle handle, SimulatedDevice seen, SimulatedDevice next) {
        return bind(handle.createUpdate(UPDATE), next)
                        .bind("seen", seen.age().revision())
                        .execute()
                == 1;
    }

    /** False when the device is no longer as it was seen; then nothing is changed. */
    boolean delete(Handle handle, SimulatedDevice seen) {
        return handle.createUpdate(DELETE)
                        .bind("device", seen.key().device().value())
                        .bind("hub", seen.key().hub().value())
                        .bind("incarnation", seen.age().incarnation())
                        .bind("seen", seen.age().revision())
                        .execute()
                == 1;
    }

    /** At most so many device ids of a hub after this one, in the database's order of texts. */
    List<String> list(Handle handle, HubName hub, String after, int size) {
        return handle.createQuery(LIST)
                .bind("hub", hub.value())
                .bind("after", after)
                .bind("size", size)
                .mapTo(String.class)
                .list();
    }

    private <S extends SqlStatement<S>> S bind(S statement, SimulatedDevice device) {
        SimulatedDevice.Age age = device.age();
        DeviceTwin twin = device.state().twin();
        return bindCredential(statement, device)
                .bind("device", device.key().device().value())
                .bind("hub", device.key().hub().value())
                .bind("incarnation", age.incarnation())
                .bind("revision", age.revision())
                .bind("identityTag", age.identityTag())
                .bind("twinTag", age.twinTag())
                .bind("enabled", device.state().status().enabled())
                .bind("reason", device.state().status().reason().orElse(null))
                .bind("edge", device.state().capabilities().iotEdge())
                .bind(
                        "markInstance",
                        device.mark()
                                .map(OwnershipMark::instance)
                                .map(Object::toString)
                                .orElse(null))
                .bind(
                        "markOperation",
                        device.mark()
                                .map(OwnershipMark::operation)
                                .map(Object::toString)
                                .orElse(null))
                .bind("tags", TwinText.of(twin.tags()))
                .bind("desired", TwinText.of(twin.desired().content()))
                .bind("desiredVersion", twin.desired().version())
                .bind("reported", TwinText.of(twin.reported().content()))
                .bind("reportedVersion", twin.reported().version())
                .bind("modules", TwinText.of(device.state().modules()));
    }

    /** Either keys or a thumbprint. */
    private <S extends SqlStatement<S>> S bindCredential(S statement, SimulatedDevice device) {
        DeviceCredential credential = device.credential();
        RowSeal seal =
                seal(sealing, device.key().hub().value(), device.key().device().value());
        Optional<SymmetricKeys> keys = credential.match(none -> Optional.empty(), some -> Optional.of(some.keys()));
        Optional<Thumbprint> thumbprint =
                credential.match(some -> Optional.of(some.thumbprint()), none -> Optional.empty());
        return statement
                .bind("keys", keys.map(pair -> seal.seal("keys", text(pair))).orElse(null))
                .bind("thumbprint", thumbprint.map(Thumbprint::value).orElse(null));
    }

    /** Both in one: they are always wanted together. */
    private static String text(SymmetricKeys keys) {
        return keys.primary().base64()
                + DeviceRowMapper.BETWEEN_KEYS
                + keys.secondary().base64();
    }
}
