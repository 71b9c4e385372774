package io.fairlead.adapters.webhook;

import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.domain.registration.WebhookReply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks webhooks over the network, each call on a thread of its own pool while the caller waits. Whatever happens, the
 * caller is back after {@link WebhookSettings#patience()}. A call that is given up keeps its place among those at once
 * until its thread is free, so that names that are never found cannot pile up.
 */
public final class WebhookAllocator implements CustomAllocator {
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final WebhookSettings settings;
    private final NameLookup names;
    private final SSLSocketFactory tls;
    private final Executor executor;
    private final Semaphore places;

    /**
     * An allocator.
     *
     * @param tls trusts the authorities whose webhooks may be asked
     * @param executor runs the calls
     */
    public WebhookAllocator(WebhookSettings settings, NameLookup names, SSLSocketFactory tls, Executor executor) {
        this.settings = settings;
        this.names = names;
        this.tls = tls;
        this.executor = executor;
        this.places = new Semaphore(settings.atOnce());
    }

    @Override
    public WebhookReply ask(WebhookCall call) {
        if (!places.tryAcquire()) {
            throw new AllocatorBusy(BUSY);
        }
        WebhookExchange exchange = new WebhookExchange(settings, names, tls, call.webhook());
        try {
            return judged(call, answer(exchange, begun(exchange, WebhookRequest.body(call))));
        } catch (WebhookProblem e) {
            return new WebhookReply.Failed(e.getMessage(), Optional.empty());
        }
    }

    private CompletableFuture<HttpAnswer> begun(WebhookExchange exchange, byte[] body) {
        try {
            return CompletableFuture.supplyAsync(() -> exchange.post(body), executor)
                    .whenComplete((answer, problem) -> places.release());
        } catch (RejectedExecutionException e) {
            places.release();
            throw new AllocatorBusy(BUSY);
        }
    }

    private HttpAnswer answer(WebhookExchange exchange, CompletableFuture<HttpAnswer> coming) {
        try {
            return coming.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.abort();
            throw new WebhookProblem("the allocation webhook did not answer within "
                    + settings.patience().toMillis() + " ms");
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new AllocatorBusy(BUSY);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof WebhookProblem known
                    ? known
                    : new WebhookProblem("the allocation webhook could not be asked", e.getCause());
        }
    }

    private static WebhookReply judged(WebhookCall call, HttpAnswer answer) {
        Optional<String> secret =
                Optional.ofNullable(call.webhook().webhookUrl().getQuery());
        Optional<String> excerpt =
                Optional.of(Excerpt.of(answer.body(), secret)).filter(text -> !text.isEmpty());
        if (!answer.isSuccess()) {
            return new WebhookReply.Failed("the allocation webhook answered " + answer.status(), excerpt);
        }
        try {
            return WebhookResponse.read(answer.body());
        } catch (WebhookProblem e) {
            return new WebhookReply.Failed(
                    "the allocation webhook answered " + answer.status() + ", but " + Excerpt.shortened(e.getMessage()),
                    excerpt);
        }
    }
}
