package io.fairlead.application.processing;

import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.operation.OperationProgress;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of running a step. */
sealed interface StepResult {
    <R> R match(Function<Went, R> went, Function<TargetTaken, R> taken, Supplier<R> sourceGone, Supplier<R> unsettled);

    /** The saga goes on with this progress; a snapshot that was taken is to be kept with it. */
    record Went(OperationProgress progress, Optional<HubSnapshot> snapshot) implements StepResult {
        Went(OperationProgress progress) {
            this(progress, Optional.empty());
        }

        @Override
        public <R> R match(
                Function<Went, R> went, Function<TargetTaken, R> taken, Supplier<R> sourceGone, Supplier<R> unsettled) {
            return went.apply(this);
        }
    }

    /** The target holds a device that this operation did not make; nothing was changed. */
    record TargetTaken(HubSnapshot device) implements StepResult {
        @Override
        public <R> R match(
                Function<Went, R> went, Function<TargetTaken, R> taken, Supplier<R> sourceGone, Supplier<R> unsettled) {
            return taken.apply(this);
        }
    }

    /** The device is no longer where it was; nothing was changed, so the decision can be made again. */
    record SourceGone() implements StepResult {
        @Override
        public <R> R match(
                Function<Went, R> went, Function<TargetTaken, R> taken, Supplier<R> sourceGone, Supplier<R> unsettled) {
            return sourceGone.get();
        }
    }

    /** The old hub keeps changing. */
    record Unsettled() implements StepResult {
        @Override
        public <R> R match(
                Function<Went, R> went, Function<TargetTaken, R> taken, Supplier<R> sourceGone, Supplier<R> unsettled) {
            return unsettled.get();
        }
    }
}
