package io.fairlead.adapters.hubsim;

/** Devices move between simulated hubs on H2. */
class H2SimulatedMoveTest extends SimulatedMoveContract {
    H2SimulatedMoveTest() {
        super(H2Database.shared());
    }
}
