package io.fairlead.adapters.persistence.document;

import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.registration.RegistrationFailure;

/** Failures as stored. */
public final class FailureForm {
    private FailureForm() {}

    public static DocumentWriter of(RegistrationFailure failure) {
        return new DocumentWriter()
                .put("kind", failure.kind())
                .put("message", failure.message())
                .put("at", failure.at());
    }

    public static RegistrationFailure failure(DocumentReader stored) {
        return new RegistrationFailure(
                stored.constant("kind", FailureKind.class), stored.text("message"), stored.instant("at"));
    }
}
