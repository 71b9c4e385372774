package io.fairlead.application.fake;

import io.fairlead.application.contract.HubRegistryContract;
import io.fairlead.application.contract.HubUsers;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.identity.HubName;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** Hubs in memory keep the contract, whatever they are told to lack. */
class InMemoryHubsTest {
    private static final HubName HUB = new HubName("hub-1.test");
    private static final HubName OTHER = new HubName("hub-2.test");

    @Nested
    class Full extends Lacking {}

    /** A hub of which a registry and a twin store were put together, neither knowing moves. */
    @Nested
    class Plain extends Lacking {
        Plain() {
            super(
                    HubFeature.ATOMIC_CREATE_WITH_TWIN,
                    HubFeature.ATOMIC_RESET,
                    HubFeature.VERSIONS_KEPT,
                    HubFeature.TWIN_REPORTED_WRITE,
                    HubFeature.MODULES,
                    HubFeature.EDGE);
        }
    }

    /** A hub where the last write wins. */
    @Nested
    class Careless extends Lacking {
        Careless() {
            super(HubFeature.CONDITIONAL_DELETE, HubFeature.CONDITIONAL_TWIN, HubFeature.DISABLE);
        }
    }

    abstract static class Lacking implements HubRegistryContract {
        private final Set<HubFeature> lacking;
        private final InMemoryHubs hubs;

        Lacking(HubFeature... lacking) {
            this.lacking = Set.of(lacking);
            this.hubs = new InMemoryHubs(() -> false)
                    .add(HUB, InMemoryHubs.without(lacking))
                    .add(OTHER, InMemoryHubs.without(lacking));
        }

        @Override
        public HubRegistry hubs() {
            return hubs;
        }

        @Override
        public HubName hub() {
            return HUB;
        }

        @Override
        public HubName otherHub() {
            return OTHER;
        }

        @Override
        public HubUsers users() {
            return hubs.users();
        }

        @Override
        public Set<HubFeature> lacking() {
            return lacking;
        }
    }
}
