package io.fairlead.bootstrap.runtime;

import io.fairlead.application.port.ProcessingNudge;
import io.fairlead.application.processing.RegistrationProcessing;
import io.fairlead.domain.operation.RegistrationOperation;
import java.util.concurrent.RejectedExecutionException;

/** Hands what this node has accepted to its workers at once. */
public final class WorkerNudge implements ProcessingNudge {
    private final Workers workers;
    private final RegistrationProcessing processing;

    public WorkerNudge(Workers workers, RegistrationProcessing processing) {
        this.workers = workers;
        this.processing = processing;
    }

    @Override
    public void accepted(RegistrationOperation operation) {
        try {
            workers.execute(() -> processing.process(operation));
        } catch (RejectedExecutionException e) {
            // The promise is stored: whoever finds its lease over goes on with it.
        }
    }

    @Override
    public void dutyArrived() {
        // The timer looks often enough.
    }
}
