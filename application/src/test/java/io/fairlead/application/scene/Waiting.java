package io.fairlead.application.scene;

import io.fairlead.application.port.ProcessingNudge;
import io.fairlead.domain.operation.RegistrationOperation;
import java.util.ArrayList;
import java.util.List;

/** What was accepted and waits for a worker. */
final class Waiting implements ProcessingNudge {
    private final List<RegistrationOperation> accepted = new ArrayList<>();

    @Override
    public void accepted(RegistrationOperation operation) {
        accepted.add(operation);
    }

    @Override
    public void dutyArrived() {
        // The scene asks for duties itself.
    }

    List<RegistrationOperation> drain() {
        List<RegistrationOperation> all = List.copyOf(accepted);
        accepted.clear();
        return all;
    }
}
