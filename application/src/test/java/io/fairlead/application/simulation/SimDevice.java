package io.fairlead.application.simulation;

import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.KeyCredential;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.time.Duration;
import java.util.Optional;

/** The one device of a world: the keys it holds, what it asked last, and where it was told to go. */
final class SimDevice {
    private final World world;
    private final RegistrationId id = new RegistrationId("Device-1");
    private SymmetricKeys keys;
    private Optional<OperationId> last = Optional.empty();
    private Optional<HubAssignment> told = Optional.empty();

    SimDevice(World world, SymmetricKeys keys) {
        this.world = world;
        this.keys = keys;
    }

    RegistrationId id() {
        return id;
    }

    void hold(SymmetricKeys next) {
        keys = next;
    }

    DeviceCredential credential() {
        return new KeyCredential(keys);
    }

    /** Where it was told to go, last. */
    Optional<HubAssignment> told() {
        return told;
    }

    /** Registers; the answer may be lost. */
    Optional<OperationReport> register(SimNode node, ReprovisioningSupport support) {
        world.trace().add(() -> "register at " + node + " " + support);
        RegistrationRequest request =
                new RegistrationRequest(SomeProofs.SCOPE.value(), id, proof(), Optional.empty(), support);
        return heard(node.ask(door -> door.register(request)));
    }

    /** Asks how its last operation stands. */
    Optional<OperationReport> poll(SimNode node) {
        return last.flatMap(operation -> heard(node.ask(
                door -> door.operation(new OperationInquiry(SomeProofs.SCOPE.value(), id, proof(), operation)))));
    }

    private Optional<OperationReport> heard(Optional<OperationReport> report) {
        report.ifPresent(said -> {
            last = Optional.of(said.operationId());
            if (said.status() == OperationStatus.ASSIGNED) {
                told = said.registration().assignment();
                world.judge().told(said.registration());
            }
            world.trace()
                    .add(() -> "  told " + said.status() + " "
                            + said.registration()
                                    .assignment()
                                    .map(at -> at.key().toString())
                                    .orElse("nowhere")
                            + said.failure().map(why -> " " + why.kind()).orElse(""));
        });
        return report;
    }

    private SharedAccessProof proof() {
        return SomeProofs.token(keys.primary(), id, world.clock().instant().plus(Duration.ofHours(1)));
    }
}
