package io.fairlead.application.port;

import io.fairlead.domain.operation.Deferral;
import io.fairlead.domain.registration.WebhookReply;

/**
 * The operators' own allocation webhooks (DPS "Custom allocation"). Thread-safe; not called inside a {@link UnitOfWork}.
 */
public interface CustomAllocator {
    /**
     * Asks the webhook of the call's entry, once. May be repeated, though the operator's program notices.
     *
     * <p>Whatever goes wrong with the webhook is a {@link WebhookReply.Failed}: it does not answer in time, answers
     * another status than a success, or something that is no answer. Returns within the adapter's own time limit.
     *
     * @param deferral what the caller was told to wait before: it goes before those who have just come
     * @throws AllocatorBusy when too many calls are under way to begin another; nothing was asked
     */
    WebhookReply ask(WebhookCall call, Deferral deferral);

    /** Asks on behalf of somebody who has just come. */
    default WebhookReply ask(WebhookCall call) {
        return ask(call, Deferral.NONE);
    }
}
