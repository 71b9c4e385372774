package io.fairlead.adapters.persistence.operation;

import io.fairlead.adapters.persistence.document.DocumentReader;
import io.fairlead.adapters.persistence.document.DocumentWriter;
import io.fairlead.adapters.persistence.document.TwinForm;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.WebhookReply;
import java.util.Optional;

/** What an operation has come to so far, as stored: its progress, and what the allocation webhook said. */
final class JournalForm {
    private JournalForm() {}

    static Optional<DocumentWriter> of(RegistrationOperation operation) {
        if (operation.webhook().isEmpty()) {
            return operation.progress().map(ProgressForm::of);
        }
        return Optional.of(operation
                .progress()
                .map(ProgressForm::of)
                .orElseGet(DocumentWriter::new)
                .putIfPresent("webhook", operation.webhook(), JournalForm::of));
    }

    /** Empty while there is no plan. */
    static Optional<OperationProgress> progress(DocumentReader stored) {
        return stored.maybeObject("plan", plan -> plan).map(planned -> ProgressForm.progress(stored));
    }

    static Optional<WebhookReply> webhook(DocumentReader stored) {
        return stored.maybeObject("webhook", JournalForm::reply);
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
