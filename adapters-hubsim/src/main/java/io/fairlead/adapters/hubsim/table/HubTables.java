package io.fairlead.adapters.hubsim.table;

import io.fairlead.adapters.hubsim.device.DeviceChange;
import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The devices of all simulated hubs and the log of their changes. Each write is one transaction that changes one device
 * and adds one line to the log, or does neither. Thread-safe; several nodes may use the same database.
 */
public final class HubTables {
    private final Transactions transactions;
    private final DeviceTable devices;

    /** @param sealing what encrypts the devices' keys */
    public HubTables(DataSource dataSource, Sealing sealing) {
        Jdbi jdbi = Jdbi.create(dataSource);
        // Messages would show the arguments, keys of devices among them.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        transactions = new Transactions(jdbi);
        devices = new DeviceTable(sealing);
    }

    public Optional<SimulatedDevice> find(HubDeviceKey key) {
        return transactions.read(handle -> devices.find(handle, key));
    }

    /** Adds a device; returns the very same, or the one that is there already and was left alone. */
    public SimulatedDevice create(SimulatedDevice device) {
        return transactions.write(handle -> devices.insert(handle, device)
                ? logged(handle, DeviceChange.Kind.CREATED, device)
                : devices.find(handle, device.key()).orElseThrow(Transactions.LostRace::new));
    }

    /**
     * Changes a device that is there, and returns it.
     *
     * @param change may refuse by an exception; may run again when the device was changed meanwhile
     * @throws HubException {@link HubException.Kind#PRECONDITION} when there is none
     */
    public SimulatedDevice change(DeviceChange.Kind kind, HubDeviceKey key, UnaryOperator<SimulatedDevice> change) {
        return transactions.write(handle -> {
            SimulatedDevice there = devices.find(handle, key)
                    .orElseThrow(() -> new HubException(HubException.Kind.PRECONDITION, key + " is not there"));
            SimulatedDevice next = change.apply(there);
            if (next.equals(there)) {
                return there;
            }
            won(devices.update(handle, there, next));
            return logged(handle, kind, next);
        });
    }

    /**
     * Removes a device if it is as wanted.
     *
     * @return the device as it was, whether it is gone now or was not as wanted; empty when there is none
     */
    public Optional<SimulatedDevice> remove(HubDeviceKey key, Predicate<SimulatedDevice> wanted) {
        return transactions.write(handle -> {
            Optional<SimulatedDevice> there = devices.find(handle, key);
            there.filter(wanted).ifPresent(device -> {
                won(devices.delete(handle, device));
                logged(handle, DeviceChange.Kind.DELETED, device);
            });
            return there;
        });
    }

    /** The devices of a hub, in the database's order of texts. */
    public Page<DeviceId> list(HubName hub, PageRequest request) {
        String after = request.after().orElse("");
        List<String> ids = transactions.read(handle -> devices.list(handle, hub, after, request.size() + 1));
        boolean more = ids.size() > request.size();
        List<String> shown = more ? ids.subList(0, request.size()) : ids;
        Optional<String> next = more ? Optional.of(shown.get(shown.size() - 1)) : Optional.empty();
        return new Page<>(shown.stream().map(DeviceId::new).toList(), next);
    }

    /** What changed of a device on any hub, by number. */
    public List<DeviceChange> changes(DeviceId device) {
        return transactions.read(handle -> ChangeTable.of(handle, device));
    }

    /** Tells all changes, device by device, each device's by number. */
    public void allChanges(Consumer<DeviceChange> listener) {
        transactions.read(handle -> {
            ChangeTable.all(handle, listener);
            return true;
        });
    }

    private static SimulatedDevice logged(Handle handle, DeviceChange.Kind kind, SimulatedDevice device) {
        ChangeTable.append(handle, kind, device);
        return device;
    }

    private static void won(boolean race) {
        if (!race) {
            throw new Transactions.LostRace();
        }
    }
}
