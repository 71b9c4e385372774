package io.fairlead.application.move;

import io.fairlead.application.fake.InMemoryHubs;
import io.fairlead.domain.device.HubFeature;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;
import org.junit.jupiter.api.Nested;

/** Moves between hubs in memory. */
class InMemoryMoveTest {
    private static final HubName FROM = new HubName("hub-from.test");
    private static final HubName TO = new HubName("hub-to.test");

    @Nested
    class BetweenFullHubs extends Pair {
        BetweenFullHubs() {
            super(InMemoryHubs.FULL);
        }
    }

    /** Neither hub does in one act what IoT Hub does not. */
    @Nested
    class BetweenPlainHubs extends Pair {
        BetweenPlainHubs() {
            super(InMemoryHubs.without(
                    HubFeature.ATOMIC_CREATE_WITH_TWIN,
                    HubFeature.ATOMIC_RESET,
                    HubFeature.VERSIONS_KEPT,
                    HubFeature.MODULES));
        }
    }

    abstract static class Pair implements MoveContract {
        private final HubProfile profile;

        Pair(HubProfile profile) {
            this.profile = profile;
        }

        @Override
        public HubSide from() {
            return side(FROM, profile);
        }

        @Override
        public HubSide to() {
            return to(profile);
        }

        @Override
        public HubSide to(HubProfile target) {
            return side(TO, target);
        }

        private static HubSide side(HubName name, HubProfile profile) {
            InMemoryHubs hubs = new InMemoryHubs(() -> false).add(name, profile);
            return new HubSide(name, profile, hubs, hubs.users());
        }
    }
}
