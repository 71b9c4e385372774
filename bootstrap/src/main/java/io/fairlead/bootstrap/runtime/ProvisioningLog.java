package io.fairlead.bootstrap.runtime;

import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what happens and tells the log of what an operator wants to know. What strangers send can neither fill the log
 * nor the memory: refusals are logged a few a second at most and the last ones are remembered.
 */
public final class ProvisioningLog implements ProvisioningObserver {
    private static final Logger LOG = LoggerFactory.getLogger(ProvisioningLog.class);
    private static final int REMEMBERED = 200;
    private static final int LINES_A_SECOND = 5;

    private final MetricRegistry metrics;
    private final Clock clock;
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private long second;
    private int lines;

    public ProvisioningLog(MetricRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Somebody who was turned away. */
    public record Refusal(Instant at, RegistrationId id, String reason) {}

    /** Who was turned away last, the newest first. */
    public synchronized List<Refusal> recentRefusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void accepted(RegistrationId id, OperationId operation) {
        count("registrations_accepted");
    }

    @Override
    public void proofRefused(RegistrationId id, String reason) {
        metrics.counter("registrations_refused", new Tag("reason", reason)).inc();
        if (remember(id, reason)) {
            LOG.info("Turned away {}: {}", id, reason);
        }
    }

    @Override
    public void kept(RegistrationId id) {
        count("registrations_kept");
    }

    @Override
    public void finished(RegistrationId id, OperationId operation, PlanKind kind) {
        metrics.counter("registrations_finished", new Tag("plan", kind.name())).inc();
        LOG.debug("{} of {} is finished, operation {}", kind, id, operation);
    }

    @Override
    public void failed(RegistrationId id, OperationId operation, RegistrationFailure failure) {
        metrics.counter(
                        "registrations_failed",
                        new Tag("failure", failure.kind().name()))
                .inc();
        LOG.warn("{} failed, operation {}: {} {}", id, operation, failure.kind(), failure.message());
    }

    @Override
    public void retrying(RegistrationId id, String what, String reason) {
        count("registrations_retried");
        LOG.info("{}: {} is tried again: {}", id, what, reason);
    }

    @Override
    public void unexpected(RegistrationId id, String what, Throwable cause) {
        count("unexpected_failures");
        LOG.error("{}: {} failed unexpectedly", id, what, cause);
    }

    private void count(String name) {
        metrics.counter(name).inc();
    }

    /** Whether a line may be written about it. */
    private synchronized boolean remember(RegistrationId id, String reason) {
        Instant now = clock.instant();
        refusals.addFirst(new Refusal(now, id, reason));
        if (refusals.size() > REMEMBERED) {
            refusals.removeLast();
        }
        if (now.getEpochSecond() != second) {
            second = now.getEpochSecond();
            lines = 0;
        }
        return ++lines <= LINES_A_SECOND;
    }
}
