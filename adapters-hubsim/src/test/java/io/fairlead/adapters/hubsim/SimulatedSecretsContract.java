package io.fairlead.adapters.hubsim;

import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.adapters.hubsim.table.HubTables;
import io.fairlead.adapters.hubsim.table.SealedKeys;
import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import io.fairlead.adapters.sealing.SealingKey;
import io.fairlead.application.contract.HubSamples;
import io.fairlead.application.contract.SealedSecretsContract;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.HubName;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;

/** The keys of devices on simulated hubs come under another key; every device is on two hubs. */
abstract class SimulatedSecretsContract implements SealedSecretsContract {
    private static final byte[] OLD = new byte[SealingKey.BYTES];
    private static final byte[] NEW = filled();

    private final DataSource database;

    SimulatedSecretsContract(DataSource database) {
        this.database = database;
    }

    private static byte[] filled() {
        byte[] bytes = new byte[SealingKey.BYTES];
        Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    private static Sealing sealing(byte[]... keys) {
        String ring = String.join(
                "\n",
                Arrays.stream(keys).map(Base64.getEncoder()::encodeToString).toList());
        return new Sealing(KeyRing.parse(ring), new SecureRandom());
    }

    /** Before, and after: the others on this database have another key. */
    @AfterEach
    void empty() {
        Jdbi.create(database).useHandle(handle -> handle.execute("delete from hubsim.device"));
    }

    @Override
    public Place placeWith(int secrets) {
        empty();
        HubTables before = new HubTables(database, sealing(OLD));
        devices(secrets).forEach(before::create);
        HubTables after = new HubTables(database, sealing(NEW));
        return new Place(
                new SealedKeys(database, sealing(NEW, OLD)),
                () -> devices(secrets)
                        .allMatch(device ->
                                after.find(device.key()).filter(device::equals).isPresent()));
    }

    private static Stream<SimulatedDevice> devices(int count) {
        return Stream.iterate(0, number -> number + 1).limit(count).map(SimulatedSecretsContract::device);
    }

    private static SimulatedDevice device(int number) {
        HubName hub = new HubName("hub-" + number % 2 + ".test");
        return new SimulatedDevice(
                new HubDeviceKey(hub, new DeviceId("dev-" + number / 2)),
                HubSamples.state(Set.of()),
                HubSamples.CREDENTIAL,
                Optional.of(HubSamples.MARK),
                SimulatedDevice.Age.newborn("incarnation-1"));
    }
}
