package io.fairlead.application.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.port.Stores;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeMoments;
import org.junit.jupiter.api.Test;

/** No hub is called inside a transaction without being noticed. */
class InsideUnitOfWorkTest {
    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(SettableClock.at(SomeMoments.NOW));
    private final InMemoryHubs hubs = new InMemoryHubs(InsideUnitOfWork::now).add(SomeHubs.HUB_A, InMemoryHubs.FULL);

    @Test
    void hubShouldRefuseCallInsideWriteAndRead() {
        assertThatThrownBy(() -> work.write(this::callHub)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> work.read(this::callHub)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hubShouldAnswerAfterWorkThatThrew() {
        assertThatThrownBy(() -> work.write(this::callHub)).isInstanceOf(IllegalStateException.class);
        assertThat(hubs.probe(SomeHubs.HUB_A)).isEqualTo(InMemoryHubs.FULL);
    }

    private HubProfile callHub(Stores stores) {
        return hubs.probe(SomeHubs.HUB_A);
    }
}
