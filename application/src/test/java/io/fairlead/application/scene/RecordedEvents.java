package io.fairlead.application.scene;

import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.util.ArrayList;
import java.util.List;

/** What the observer heard, one word each, with the reason where there is one. */
public final class RecordedEvents implements ProvisioningObserver {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void accepted(RegistrationId id, OperationId operation) {
        heard.add("accepted");
    }

    @Override
    public void proofRefused(RegistrationId id, String reason) {
        heard.add("proofRefused " + reason);
    }

    @Override
    public void kept(RegistrationId id) {
        heard.add("kept");
    }

    @Override
    public void finished(RegistrationId id, OperationId operation, PlanKind kind) {
        heard.add("finished " + kind);
    }

    @Override
    public void failed(RegistrationId id, OperationId operation, RegistrationFailure failure) {
        heard.add("failed " + failure.kind());
    }

    @Override
    public void retrying(RegistrationId id, String what, String reason) {
        heard.add("retrying");
    }

    @Override
    public void unexpected(RegistrationId id, String what, Throwable cause) {
        heard.add("unexpected " + cause.getClass().getSimpleName());
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }
}
