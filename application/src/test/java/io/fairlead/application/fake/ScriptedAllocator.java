package io.fairlead.application.fake;

import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.Deferral;
import io.fairlead.domain.registration.WebhookReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A webhook that answers as it is told, and remembers how it was asked; asked inside a unit of work it throws. */
public final class ScriptedAllocator implements CustomAllocator {
    private final List<WebhookCall> calls = new ArrayList<>();
    private Function<WebhookCall, WebhookReply> script =
            call -> new WebhookReply.Failed("nobody told it what to say", Optional.of("oops"));

    @Override
    public synchronized WebhookReply ask(WebhookCall call, Deferral deferral) {
        if (InsideUnitOfWork.now()) {
            throw new IllegalStateException("a webhook is called inside a unit of work");
        }
        calls.add(call);
        return script.apply(call);
    }

    public synchronized void names(HubName hub) {
        answers(new WebhookReply.Answered(hub, Optional.empty(), Optional.empty()));
    }

    public synchronized void names(HubName hub, InitialTwin twin, TwinDocument payload) {
        answers(new WebhookReply.Answered(hub, Optional.of(twin), Optional.of(payload)));
    }

    public synchronized void answers(WebhookReply reply) {
        script = call -> reply;
    }

    /** It is too busy this many times, then does as it did before. */
    public synchronized void busy(int times) {
        Function<WebhookCall, WebhookReply> before = script;
        int free = calls.size() + times;
        script = call -> {
            if (calls.size() <= free) {
                throw new AllocatorBusy(Duration.ofSeconds(1));
            }
            return before.apply(call);
        };
    }

    /** How it was asked, oldest first. */
    public synchronized List<WebhookCall> calls() {
        return List.copyOf(calls);
    }
}
