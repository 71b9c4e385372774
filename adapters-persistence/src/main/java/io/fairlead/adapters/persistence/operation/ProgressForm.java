package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.document.DeviceForm;
import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.FailureForm;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.reprovisioning.PlanKind;
import io.fairlead.domain.reprovisioning.ReprovisionPlan;

/** A saga's plan and cursor, as stored. The steps are not: they follow from the plan's kind. */
final class ProgressForm {
    private ProgressForm() {}

    static DocumentWriter of(OperationProgress progress) {
        return new DocumentWriter()
                .put("plan", of(progress.plan()))
                .put("cursor", progress.cursor())
                .put("reached", progress.reached())
                .putIfPresent("former", progress.former(), DeviceForm::of)
                .putIfPresent("targetIncarnation", progress.targetIncarnation(), it -> it)
                .put("rounds", progress.rounds())
                .putIfPresent("givingUp", progress.givingUp(), FailureForm::of)
                .put("notes", progress.notes(), it -> it);
    }

    static OperationProgress progress(DocumentReader stored) {
        return new OperationProgress(
                stored.object("plan", ProgressForm::plan),
                stored.count("cursor"),
                stored.count("reached"),
                stored.maybeObject("former", DeviceForm::status),
                stored.maybeText("targetIncarnation"),
                stored.count("rounds"),
                stored.maybeObject("givingUp", FailureForm::failure),
                stored.texts("notes"));
    }

    private static DocumentWriter of(ReprovisionPlan plan) {
        return new DocumentWriter()
                .put("kind", plan.kind())
                .putIfPresent("source", plan.source(), DeviceForm::of)
                .put("target", DeviceForm.of(plan.target()))
                .put("removeSource", plan.removeSource())
                .put("reason", plan.reason());
    }

    private static ReprovisionPlan plan(DocumentReader stored) {
        return new ReprovisionPlan(
                stored.constant("kind", PlanKind.class),
                stored.maybeObject("source", DeviceForm::assignment),
                stored.object("target", DeviceForm::key),
                stored.truth("removeSource"),
                stored.text("reason"));
    }
}
