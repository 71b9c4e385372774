package io.fairlead.application.simulation;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubCall.Method;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.registration.HubAssignment;
import io.fairlead.domain.reprovisioning.HubStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the database says after the last commit: the record, the operations, and the step that is being worked on. */
final class Journal {
    private final World world;
    private final Map<OperationId, RegistrationOperation> running = new LinkedHashMap<>();
    private final Map<OperationId, RegistrationOperation> ended = new LinkedHashMap<>();
    private Optional<DeviceRegistration> record = Optional.empty();

    Journal(World world) {
        this.world = world;
    }

    Optional<DeviceRegistration> record() {
        return record;
    }

    Optional<HubAssignment> assignment() {
        return record.flatMap(DeviceRegistration::assignment);
    }

    /** The operation that works on the device now; after its record was removed, the one that had. */
    Optional<RegistrationOperation> running() {
        return record.flatMap(DeviceRegistration::runningOperation)
                .map(running::get)
                .or(() -> running.values().stream().findFirst());
    }

    /** All that is running: more than one only after a record was removed. */
    List<RegistrationOperation> allRunning() {
        return List.copyOf(running.values());
    }

    List<RegistrationOperation> all() {
        return Stream.concat(ended.values().stream(), running.values().stream()).toList();
    }

    /** The operation that changed the record last. */
    Optional<RegistrationOperation> lastWorked() {
        return record.flatMap(it -> it.runningOperation().or(it::lastOperation)).flatMap(this::operation);
    }

    Optional<RegistrationOperation> operation(OperationId id) {
        return Optional.ofNullable(running.getOrDefault(id, ended.get(id)));
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** Reads again; returns the operations that have ended since. */
    List<RegistrationOperation> refresh() {
        return world.quietly(() -> world.database().read(this::read));
    }

    private List<RegistrationOperation> read(Stores stores) {
        record = stores.registrations().find(world.device().id());
        record.flatMap(DeviceRegistration::runningOperation).ifPresent(id -> meet(stores, id));
        record.flatMap(DeviceRegistration::lastOperation).ifPresent(id -> meet(stores, id));
        running.replaceAll((id, old) -> stores.operations().find(id).orElseThrow());
        List<RegistrationOperation> news = running.values().stream()
                .filter(operation -> operation.status() != OperationStatus.RUNNING)
                .toList();
        news.forEach(operation -> {
            running.remove(operation.id());
            ended.put(operation.id(), operation);
        });
        return news;
    }

    private void meet(Stores stores, OperationId id) {
        if (!ended.containsKey(id)) {
            running.computeIfAbsent(
                    id, unknown -> stores.operations().find(unknown).orElseThrow());
        }
    }

    /** The step whose effect this call is, if it is one's. */
    Optional<HubStep> stepOf(HubCall call) {
        return running().flatMap(RegistrationOperation::progress).flatMap(progress -> stepOf(progress, call));
    }

    /** The step that the next write of the journal keeps. */
    Optional<HubStep> stepKept() {
        return running().flatMap(RegistrationOperation::progress).flatMap(progress -> {
            List<HubStep> undo = progress.undoSteps();
            return progress.givingUp().isPresent()
                    ? undo.stream().skip(Math.max(0, undo.size() - 1)).findFirst()
                    : progress.next();
        });
    }

    private static Optional<HubStep> stepOf(OperationProgress progress, HubCall call) {
        Optional<HubStep> step = progress.givingUp().isPresent() ? undoing(progress, call) : progress.next();
        return step.filter(one -> isEffect(one, call.method()));
    }

    private static Optional<HubStep> undoing(OperationProgress progress, HubCall call) {
        HubDeviceKey target = progress.plan().target();
        HubStep step = call.device().filter(target::equals).isPresent() && call.method() != Method.SET_STATUS
                ? HubStep.REMOVE_TARGET
                : HubStep.RELEASE_SOURCE;
        return Optional.of(step).filter(progress.undoSteps()::contains);
    }

    private static boolean isEffect(HubStep step, Method method) {
        return switch (step) {
            case PREFLIGHT -> method == Method.PROBE || method == Method.READ;
            case SNAPSHOT, VERIFY, LOOK_AGAIN -> method == Method.READ;
            case QUIESCE, ENABLE, RELEASE_SOURCE -> method == Method.SET_STATUS;
            case CREATE -> method == Method.CREATE;
            case ADOPT -> method == Method.ADOPT;
            case UPDATE_CREDENTIAL -> method == Method.UPDATE_CREDENTIAL;
            case RESET_TWIN -> method == Method.RESET_TWIN || method == Method.CREATE;
            case REMOVE_TARGET -> method == Method.DELETE;
            case COMMIT -> false;
        };
    }

    /** The step that a read belongs to, for the blow that only reads can meet. */
    Optional<HubStep> stepReading(HubCall call) {
        return running()
                .flatMap(RegistrationOperation::progress)
                .flatMap(progress -> progress.givingUp().isPresent() ? undoing(progress, call) : progress.next());
    }
}
