package io.fairlead.bootstrap.runtime;

import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.bootstrap.settings.SettingsProblem;
import io.fairlead.bootstrap.settings.StartReport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one bean that starts the service and stops it. A failed start does not throw, because the container would print pages and stay up all the same: it is
 * reported to whoever started the process, and to every health check.
 */
@ApplicationScoped
public class ServiceLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceLifecycle.class);

    private final Instance<Settings> settings;
    private final Instance<StartSequence> sequence;
    private volatile StartSequence started;

    /** For the container's proxy. */
    protected ServiceLifecycle() {
        this(null, null);
    }

    /** Lazily, so that a bad setting is met inside {@link #start} and can be reported. */
    @Inject
    public ServiceLifecycle(Instance<Settings> settings, Instance<StartSequence> sequence) {
        this.settings = settings;
        this.sequence = sequence;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) @Initialized(ApplicationScoped.class) Object application) {
        try {
            settings.get();
            StartSequence parts = sequence.get();
            parts.start();
            started = parts;
            StartReport.complete();
        } catch (SettingsProblem | StartProblem e) {
            if (!StartReport.isAwaited()) {
                LOG.error(e.getMessage());
            }
            StartReport.failed(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The service cannot start", e);
            StartReport.failed("The service cannot start: " + e);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        StartSequence parts = started;
        started = null;
        if (parts != null) {
            parts.stop();
        }
    }

    boolean isStarted() {
        return started != null;
    }

    /** Why requests do not succeed now; empty when they do. */
    Optional<String> notServing() {
        StartSequence parts = started;
        return parts == null ? Optional.of("start") : parts.notServing();
    }
}
