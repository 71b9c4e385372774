package io.fairlead.adapters.hubsim.table;

import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.domain.attestation.CertificateCredential;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.certificate.Thumbprint;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.DeviceTwin;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.device.TwinSection;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.identity.OperationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A row of {@code hubsim.device} as the device that it holds. */
final class DeviceRowMapper implements RowMapper<SimulatedDevice> {
    static final String BETWEEN_KEYS = " ";

    private final Sealing sealing;

    DeviceRowMapper(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public SimulatedDevice map(ResultSet row, StatementContext context) throws SQLException {
        HubDeviceKey key =
                new HubDeviceKey(new HubName(row.getString("hub")), new DeviceId(row.getString("device_id")));
        return new SimulatedDevice(key, state(row), credential(row), mark(row), age(row));
    }

    private static DeviceState state(ResultSet row) throws SQLException {
        Optional<String> reason = Optional.ofNullable(row.getString("status_reason"));
        return new DeviceState(
                new HubDeviceStatus(row.getBoolean("enabled"), reason),
                new DeviceCapabilities(row.getBoolean("iot_edge")),
                new DeviceTwin(
                        TwinText.document(row.getString("tags")), section(row, "desired"), section(row, "reported")),
                TwinText.modules(row.getString("modules")));
    }

    private static TwinSection section(ResultSet row, String name) throws SQLException {
        return new TwinSection(TwinText.document(row.getString(name)), row.getLong(name + "_version"));
    }

    private DeviceCredential credential(ResultSet row) throws SQLException {
        String thumbprint = row.getString("thumbprint");
        if (thumbprint != null) return new CertificateCredential(new Thumbprint(thumbprint));
        String[] keys = DeviceTable.seal(sealing, row.getString("hub"), row.getString("device_id"))
                .open("keys", row.getString("keys"))
                .split(BETWEEN_KEYS);
        return new KeyCredential(new SymmetricKeys(new SymmetricKey(keys[0]), new SymmetricKey(keys[1])));
    }

    private static Optional<OwnershipMark> mark(ResultSet row) throws SQLException {
        String instance = row.getString("mark_instance");
        return instance == null
                ? Optional.empty()
                : Optional.of(
                        new OwnershipMark(new IdScope(instance), new OperationId(row.getString("mark_operation"))));
    }

    private static SimulatedDevice.Age age(ResultSet row) throws SQLException {
        return new SimulatedDevice.Age(
                row.getString("incarnation"),
                row.getLong("revision"),
                row.getLong("identity_tag"),
                row.getLong("twin_tag"));
    }
}
