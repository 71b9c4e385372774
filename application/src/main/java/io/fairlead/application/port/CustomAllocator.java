package io.fairlead.application.port;

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
     * @throws AllocatorBusy when too many calls are under way to begin another; nothing was asked
     */
    WebhookReply ask(WebhookCall call);
}
