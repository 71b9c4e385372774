package io.fairlead.bootstrap.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts parts in their order and stops them in reverse. A part that fails to start takes those before it down again. */
public final class StartSequence {

    private static final Logger LOG = LoggerFactory.getLogger(StartSequence.class);

    private final List<ServicePart> parts;
    private final Deque<ServicePart> running = new ArrayDeque<>();

    /** @param parts each may rely on those before it */
    public StartSequence(List<ServicePart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @throws RuntimeException what the failing part threw, after those before it were stopped */
    public synchronized void start() {
        try {
            for (ServicePart part : parts) {
                part.start();
                running.push(part);
            }
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** A part that fails to stop is logged and does not keep the others from stopping. May be repeated. */
    public synchronized void stop() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    private static void stop(ServicePart part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            LOG.warn("{} did not stop cleanly", part.name(), e);
        }
    }

    /** The first part that does not serve now. */
    public Optional<String> notServing() {
        return parts.stream()
                .filter(part -> !part.isServing())
                .map(ServicePart::name)
                .findFirst();
    }
}
