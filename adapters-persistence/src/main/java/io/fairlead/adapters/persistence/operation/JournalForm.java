package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.TwinForm;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.Deferral;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.WebhookReply;
import java.time.Duration;
import java.util.Optional;

/** What an operation has come to so far, as stored: its progress, what the allocation webhook said, and how long it waited. */
final class JournalForm {
    private JournalForm() {}

    static Optional<DocumentWriter> of(RegistrationOperation operation) {
        Optional<Deferral> deferral = Optional.of(operation.deferral()).filter(Deferral::isSome);
        if (operation.webhook().isEmpty() && deferral.isEmpty()) {
            return operation.progress().map(ProgressForm::of);
        }
        return Optional.of(operation
                .progress()
                .map(ProgressForm::of)
                .orElseGet(DocumentWriter::new)
                .putIfPresent("deferral", deferral, JournalForm::of)
                .putIfPresent("webhook", operation.webhook(), JournalForm::of));
    }

    /** Empty while there is no plan. */
    static Optional<OperationProgress> progress(DocumentReader stored) {
        return stored.maybeObject("plan", plan -> plan).map(planned -> ProgressForm.progress(stored));
    }

    static Optional<WebhookReply> webhook(DocumentReader stored) {
        return stored.maybeObject("webhook", JournalForm::reply);
    }

    /** None for an operation that never was, or that was written before this was kept. */
    static Deferral deferral(DocumentReader stored) {
        return stored.maybeObject("deferral", JournalForm::putOff).orElse(Deferral.NONE);
    }

    private static DocumentWriter of(Deferral deferral) {
        return new DocumentWriter()
                .put("totalMillis", deferral.total().toMillis())
                .put("leftMillis", deferral.left().toMillis());
    }

    private static Deferral putOff(DocumentReader stored) {
        return new Deferral(
                Duration.ofMillis(stored.whole("totalMillis")), Duration.ofMillis(stored.whole("leftMillis")));
    }

    private static DocumentWriter of(WebhookReply reply) {
        return reply.match(
                answered -> new DocumentWriter()
                        .put("hub", answered.hub().value())
                        .putIfPresent("initialTwin", answered.initialTwin(), TwinForm::of)
                        .putIfPresent("payload", answered.payload(), it -> it.members()),
                failed -> new DocumentWriter()
                        .put("failed", failed.why())
                        .putIfPresent("excerpt", failed.excerpt(), it -> it));
    }

    private static WebhookReply reply(DocumentReader stored) {
        return stored.maybeText("failed")
                .<WebhookReply>map(why -> new WebhookReply.Failed(why, stored.maybeText("excerpt")))
                .orElseGet(() -> new WebhookReply.Answered(
                        new HubName(stored.text("hub")),
                        stored.maybeObject("initialTwin", TwinForm::initialTwin),
                        stored.maybeDocument("payload")));
    }
}
