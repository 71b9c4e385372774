package io.fairlead.adapters.hubsim.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import io.fairlead.adapters.hubsim.H2Database;
import io.fairlead.adapters.hubsim.SomeSealing;
import io.fairlead.adapters.hubsim.device.DeviceChange;
import io.fairlead.adapters.hubsim.device.SimulatedDevice;
import io.fairlead.application.contract.HubSamples;
import io.fairlead.application.port.HubException;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.identity.HubName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What becomes of a write when the database fails. */
class HubTablesFailureTest {
    private static final DataSource REAL = H2Database.shared();

    private final FailingDatabase database = new FailingDatabase(REAL);
    private final HubTables tables = new HubTables(database.dataSource(), SomeSealing.USUAL);
    private final SimulatedDevice device = new SimulatedDevice(
            HubSamples.key(new HubName("hub-1.test")),
            HubSamples.state(Set.of()),
            HubSamples.CREDENTIAL,
            Optional.of(HubSamples.MARK),
            SimulatedDevice.Age.newborn("incarnation-1"));

    @Test
    void writeShouldBeAmbiguousWhenTheCommitIsNotAnswered() {
        database.fail("commit", true, HubTablesFailureTest::connectionLost);
        assertThat(failure().kind()).isEqualTo(HubException.Kind.AMBIGUOUS);
        assertThat(tables.find(device.key())).contains(device);
        assertThat(tables.changes(device.key().device())).hasSize(1);
    }

    @Test
    void writeShouldBeAmbiguousWhenTheCommitFails() {
        database.fail("commit", false, HubTablesFailureTest::connectionLost);
        assertThat(failure().kind()).isEqualTo(HubException.Kind.AMBIGUOUS);
        assertThat(tables.find(device.key())).isEmpty();
    }

    @Test
    void writeShouldHaveNoEffectWhenTheDatabaseCannotBeReached() {
        database.fail("getConnection", false, HubTablesFailureTest::connectionLost);
        assertThat(failure().kind()).isEqualTo(HubException.Kind.TRANSIENT);
        assertThat(tables.find(device.key())).isEmpty();
    }

    @Test
    void writeShouldRunAgainWhenAnotherWasFaster() {
        database.fail("prepareStatement", false, () -> new SQLException("outrun", "40001"));
        assertThat(tables.create(device)).isSameAs(device);
        assertThat(tables.changes(device.key().device()))
                .extracting(DeviceChange::kind)
                .containsExactly(DeviceChange.Kind.CREATED);
    }

    @Test
    void failureShouldNotShowTheCredential() {
        database.fail("prepareStatement", false, HubTablesFailureTest::connectionLost);
        HubException failure = failure();
        assertThat(failure.kind()).isEqualTo(HubException.Kind.TRANSIENT);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        SymmetricKeys keys = device.credential().match(certificate -> fail("has keys"), KeyCredential::keys);
        assertThat(trace.toString())
                .contains("connection lost")
                .doesNotContain(keys.primary().base64())
                .doesNotContain(keys.secondary().base64());
    }

    @Test
    void readShouldPassWhenTheDatabaseCannotBeReached() {
        database.fail("getConnection", false, HubTablesFailureTest::connectionLost);
        HubException failure = catchThrowableOfType(HubException.class, () -> tables.find(device.key()));
        assertThat(failure.kind()).isEqualTo(HubException.Kind.TRANSIENT);
    }

    private HubException failure() {
        return catchThrowableOfType(HubException.class, () -> tables.create(device));
    }

    private static SQLException connectionLost() {
        return new SQLException("connection lost", "08006");
    }
}
