package io.fairlead.application.pacing;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.HubFaultScript;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A crowd of operations at a hub that takes only so many. */
class PacedOperationsTest {
    private static final int CROWD = 400;

    @Test
    void crowdShouldBeServedInTheEndAndToldHowLongItTakes() {
        Scene scene = new Scene(Runnable::run, Optional.of(2));
        List<SceneDevice> crowd = crowd(scene, SomeHubs.HUB_A, CROWD);
        List<OperationReport> promises = new ArrayList<>();
        crowd.forEach(device -> promises.add(device.register()));
        scene.workAccepted();

        OperationReport last = crowd.get(CROWD - 1).poll(promises.get(CROWD - 1).operationId());
        assertThat(last.status()).isEqualTo(OperationStatus.RUNNING);
        assertThat(last.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        OperationReport tenth = crowd.get(10).poll(promises.get(10).operationId());
        assertThat(tenth.retryAfter()).isEqualTo(Duration.ofSeconds(5));

        // Longer than an operation may take: who waits has not begun, and is not late.
        for (int second = 0; second < CROWD; second++) {
            scene.clock().advance(Duration.ofSeconds(1));
            scene.workDue();
        }
        for (int index = 0; index < CROWD; index++) {
            assertThat(crowd.get(index).poll(promises.get(index).operationId()).status())
                    .isEqualTo(OperationStatus.ASSIGNED);
        }
    }

    /** What it waited for is on the operation: whoever takes it up next knows that it is not late. */
    @Test
    void crowdShouldBeServedInTheEndByWhicheverNodeTakesItUp() {
        Scene scene = new Scene(Runnable::run, Optional.of(2));
        List<SceneDevice> crowd = crowd(scene, SomeHubs.HUB_A, CROWD);
        List<OperationReport> promises = new ArrayList<>();
        crowd.forEach(device -> promises.add(device.register()));
        scene.workAccepted();
        for (int second = 0; second < CROWD; second++) {
            if (second % 20 == 0) scene.changeNode();
            scene.clock().advance(Duration.ofSeconds(1));
            scene.workDue();
        }
        for (int index = 0; index < CROWD; index++) {
            assertThat(crowd.get(index).poll(promises.get(index).operationId()).status())
                    .isEqualTo(OperationStatus.ASSIGNED);
        }
    }

    @Test
    void hubThatIsNotAskedTooMuchShouldNotWait() {
        Scene scene = new Scene(Runnable::run, Optional.of(2));
        crowd(scene, SomeHubs.HUB_A, 100).forEach(SceneDevice::register);
        scene.workAccepted();
        SceneDevice other = crowd(scene, SomeHubs.HUB_B, 1).get(0);
        OperationReport promise = other.register();
        scene.workAccepted();
        assertThat(other.poll(promise.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    /** The hub says 429: nobody asks it until the time that it names, and the device is told so. */
    @Test
    void throttlingHubShouldBeLeftAloneAsLongAsItAsks() {
        Scene scene = new Scene();
        SceneDevice device = crowd(scene, SomeHubs.HUB_A, 1).get(0);
        scene.hubs().script((call, moment) -> moment == HubCall.Moment.BEFORE ? HubFault.THROTTLED : HubFault.NONE);
        OperationReport promise = device.register();
        scene.workAccepted();
        long calls = scene.hubs().calls();
        scene.hubs().script(HubFaultScript.NONE);

        assertThat(device.poll(promise.operationId()).retryAfter())
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
        scene.clock().advance(Duration.ofSeconds(4));
        scene.workDue();
        assertThat(scene.hubs().calls()).isEqualTo(calls);
        scene.clock().advance(Duration.ofSeconds(3));
        scene.workDue();
        assertThat(device.poll(promise.operationId()).status()).isEqualTo(OperationStatus.ASSIGNED);
    }

    private static List<SceneDevice> crowd(Scene scene, HubName hub, int size) {
        List<SceneDevice> crowd = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            String id = "device-" + hub.value().charAt(4) + "-" + index;
            SceneDevice device = new SceneDevice(scene, id, SomeKeys.someKeys());
            device.enroll(anEnrollment()
                    .withId(id)
                    .withAllocation(AllocationPolicy.STATIC)
                    .withHubs(hub)
                    .build());
            crowd.add(device);
        }
        return crowd;
    }
}
