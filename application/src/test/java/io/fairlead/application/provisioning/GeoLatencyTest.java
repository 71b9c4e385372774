package io.fairlead.application.provisioning;

import static io.fairlead.domain.fixture.SomeEnrollments.anEnrollment;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.scene.Scene;
import io.fairlead.application.scene.SceneDevice;
import io.fairlead.domain.allocation.AddressEvidence;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.allocation.Region;
import io.fairlead.domain.allocation.RequestOrigin;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.registration.RegistrationSubstatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The allocation policy geoLatency, from the request to the assignment. */
class GeoLatencyTest {
    private static final HubName A = SomeHubs.HUB_A;
    private static final HubName B = SomeHubs.HUB_B;

    private final Scene scene = new Scene();
    private final SceneDevice device = new SceneDevice(scene);

    @BeforeEach
    void enroll() {
        device.enroll(anEnrollment()
                .withAllocation(AllocationPolicy.GEO_LATENCY)
                .withPolicy(true, true)
                .build());
    }

    @Test
    void deviceThatTravelsShouldMoveWithItsStateAndTheAuditEntryShouldSayWhy() {
        device.saying(times(20, 200)).provision();
        assertThat(device.record().assignment().orElseThrow().key()).isEqualTo(device.at(A));

        OperationReport moved = device.saying(times(200, 20)).provision();

        assertThat(moved.registration().assignment().orElseThrow().key()).isEqualTo(device.at(B));
        assertThat(moved.registration().substatus()).contains(RegistrationSubstatus.DEVICE_DATA_MIGRATED);
        assertThat(device.audit().stream().flatMap(entry -> entry.inputs().values().stream()))
                .anyMatch(input -> input.startsWith("allocation: " + A + ", geoLatency by round-trip times"))
                .anyMatch(input -> input.startsWith("allocation: " + B + ", geoLatency by round-trip times"));
    }

    @Test
    void littleGainShouldBeAnIdleKeep() {
        device.saying(times(20, 200)).provision();
        int commits = scene.count().commits();
        device.saying(times(20, 17)).register();
        assertThat(scene.count().commits()).isEqualTo(commits);
        assertThat(device.record().assignment().orElseThrow().key()).isEqualTo(device.at(A));
    }

    @Test
    void addressShouldDecideWhenTheDeviceSaysNothing() {
        scene.place(B, new HubPlace(Optional.of(new Region("north")), Optional.empty()));
        scene.ranking().know("192.0.2.1", new AddressEvidence(List.of(new Region("north")), Optional.empty()));
        device.from("192.0.2.1").provision();
        assertThat(device.record().assignment().orElseThrow().key()).isEqualTo(device.at(B));
    }

    @Test
    void addressShouldNotBeLookedUpWhereItCannotDecide() {
        device.from("192.0.2.1").provision();
        assertThat(scene.ranking().asked()).isEqualTo(1);
        device.enroll(anEnrollment()
                .withAllocation(AllocationPolicy.GEO_LATENCY)
                .withPolicy(false, false)
                .build());
        device.register();
        device.enroll(anEnrollment().withAllocation(AllocationPolicy.HASHED).build());
        device.register();
        device.enroll(anEnrollment().build());
        device.register();
        assertThat(scene.ranking().asked()).isEqualTo(1);
    }

    /** What a request said is kept with its operation: who takes it up after a crash goes by the same. */
    @Test
    void recoveredOperationShouldGoByTheEvidenceOfItsRequest() {
        device.saying(times(20, 200)).provision();
        scene.clock().advance(Duration.ofSeconds(1));
        OperationReport accepted = device.saying(times(200, 20)).register();
        scene.clock().advance(scene.settings().lease().plusSeconds(1));
        scene.workDue();
        assertThat(device.poll(accepted.operationId())
                        .registration()
                        .assignment()
                        .orElseThrow()
                        .key())
                .isEqualTo(device.at(B));
    }

    private static RequestOrigin times(int a, int b) {
        return new RequestOrigin(
                Map.of(A, Duration.ofMillis(a), B, Duration.ofMillis(b)),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
