package io.fairlead.adapters.webhook;

import io.fairlead.application.port.AllocatorBusy;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.WebhookCall;
import io.fairlead.application.timing.SteadyClock;
import io.fairlead.domain.operation.Deferral;
import io.fairlead.domain.registration.WebhookReply;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
    private final WebhookPlaces places;

    /**
     * An allocator.
     *
     * @param tls trusts the authorities whose webhooks may be asked
     * @param executor runs the calls
     * @param clock may be put back and forth
     */
    public WebhookAllocator(
            WebhookSettings settings, NameLookup names, SSLSocketFactory tls, Executor executor, Clock clock) {
        this.settings = settings;
        this.names = names;
        this.tls = tls;
        this.executor = executor;
        this.places = new WebhookPlaces(settings.atOnce(), new SteadyClock(clock));
    }

    @Override
    public WebhookReply ask(WebhookCall call, Deferral deferral) {
        byte[] body = WebhookRequest.body(call);
        WebhookExchange exchange = new WebhookExchange(settings, names, tls, call.webhook());
        WebhookPlaces.Place place = places.take(host(call), deferral);
        try {
            return judged(call, answer(exchange, begun(exchange, body, place), place));
        } catch (WebhookProblem e) {
            return new WebhookReply.Failed(e.getMessage(), Optional.empty());
        }
    }

    private static String host(WebhookCall call) {
        return String.valueOf(call.webhook().webhookUrl().getHost()).toLowerCase(Locale.ROOT);
    }

    private CompletableFuture<HttpAnswer> begun(WebhookExchange exchange, byte[] body, WebhookPlaces.Place place) {
        try {
            return CompletableFuture.supplyAsync(() -> exchange.post(body), executor)
                    .whenComplete((answer, problem) -> place.giveBack());
        } catch (RejectedExecutionException e) {
            place.giveBack();
            throw new AllocatorBusy(BUSY);
        }
    }

    private HttpAnswer answer(
            WebhookExchange exchange, CompletableFuture<HttpAnswer> coming, WebhookPlaces.Place place) {
        try {
            HttpAnswer answer = coming.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            place.answered(true);
            return answer;
        } catch (TimeoutException e) {
            place.answered(false);
            exchange.abort();
            throw WebhookProblem.silence(settings.patience(), e);
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new AllocatorBusy(BUSY);
        } catch (ExecutionException e) {
            place.answered(!(e.getCause() instanceof WebhookProblem known && known.isSilence()));
            throw e.getCause() instanceof WebhookProblem known
                    ? known
                    : new WebhookProblem("the allocation webhook could not be asked", e.getCause());
        }
    }

    private static WebhookReply judged(WebhookCall call, HttpAnswer answer) {
        Optional<String> excerpt = Optional.of(
                        Excerpt.of(answer.body(), call.webhook().webhookUrl()))
                .filter(text -> !text.isEmpty());
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
