package io.fairlead.application.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.StoredSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must hold at every moment of a scene: the full state exists somewhere (I1), and the device is not enabled on two
 * hubs (I2).
 */
final class Invariants {
    private final MoveScene scene;
    private final List<DeviceState> full;

    /**
     * Watches a scene.
     *
     * @param full the state that must not be lost, and what may stand for it; none when anything goes
     */
    Invariants(MoveScene scene, List<DeviceState> full) {
        this.scene = scene;
        this.full = full;
    }

    void check(String where) {
        List<HubSnapshot> held = Stream.of(scene.on(scene.from()), scene.on(scene.to()))
                .flatMap(Optional::stream)
                .toList();
        assertThat(held.stream().filter(device -> device.state().status().enabled()))
                .as("I2, enabled at most once, " + where)
                .hasSizeLessThanOrEqualTo(1);
        Stream<HubSnapshot> kept = scene.snapshot().map(StoredSnapshot::snapshot).stream();
        assertThat(full.isEmpty() || Stream.concat(held.stream(), kept).anyMatch(this::isFull))
                .as("I1, the full state exists, " + where)
                .isTrue();
    }

    private boolean isFull(HubSnapshot device) {
        return full.stream().anyMatch(device.state()::hasContentOf);
    }
}
