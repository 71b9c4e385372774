package io.fairlead.bootstrap.runtime;

import io.fairlead.domain.certificate.CertificateAuthority;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the ends of the uploaded certificates, for health answers, metrics and the log. It makes nothing unhealthy. */
public final class CertificateWatch implements ServicePart {
    /** How long before its end a certificate is warned of. */
    public static final Duration AHEAD = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final int LOOK_SECONDS = 60;

    private final Supplier<List<CertificateAuthority>> authorities;
    private final Gauges gauges;
    private final InstantSource clock;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Set<String> warned = new HashSet<>();
    private ScheduledExecutorService timer;

    /** Where the time that each certificate has left is shown. */
    public interface Gauges {
        /** Shows it from now on. */
        void show(String certificate, Supplier<Long> secondsLeft);

        /** Shows it no more. */
        void hide(String certificate);
    }

    /** @param authorities asked at every look */
    public CertificateWatch(Supplier<List<CertificateAuthority>> authorities, Gauges gauges, InstantSource clock) {
        this.authorities = authorities;
        this.gauges = gauges;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate watch";
    }

    @Override
    public void start() {
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "fairlead-certificates");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::tryToLook, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        forget(Set.of());
    }

    /** The certificates that end soon, or have ended, and when; by name. */
    public Map<String, Instant> ending() {
        Instant soon = clock.instant().plus(AHEAD);
        Map<String, Instant> ending = new TreeMap<>();
        ends.forEach((name, end) -> {
            if (end.isBefore(soon)) ending.put(name, end);
        });
        return ending;
    }

    private void tryToLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("Looking at the certificates failed and is done again: {}", e.getMessage());
        }
    }

    void look() {
        Set<String> names = new HashSet<>();
        for (CertificateAuthority authority : authorities.get()) {
            String name = authority.name().value();
            names.add(name);
            note(name, authority.certificate().notAfter());
        }
        forget(names);
        warned.retainAll(ending().keySet());
        ending().forEach((name, end) -> {
            if (warned.add(name)) LOG.warn("Certificate '{}' ends at {}: upload its successor before", name, end);
        });
    }

    private void note(String name, Instant end) {
        if (ends.put(name, end) == null) {
            gauges.show(name, () -> secondsLeft(name));
        }
    }

    private void forget(Set<String> others) {
        Set<String> gone = new HashSet<>(ends.keySet());
        gone.removeAll(others);
        gone.forEach(name -> {
            gauges.hide(name);
            ends.remove(name);
        });
    }

    /** Negative for one that has ended. */
    private long secondsLeft(String name) {
        Instant now = clock.instant();
        return Duration.between(now, ends.getOrDefault(name, now)).toSeconds();
    }
}
