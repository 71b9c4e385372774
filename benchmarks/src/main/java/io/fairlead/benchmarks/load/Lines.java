package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.CertificateLine;
import io.fairlead.benchmarks.wire.DeviceCertificates;
import io.fairlead.benchmarks.wire.DeviceIdentity;
import io.fairlead.benchmarks.wire.DeviceLine;
import io.fairlead.benchmarks.wire.Endpoint;
import io.fairlead.benchmarks.wire.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The connections of many devices, opened at once and kept. */
final class Lines implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 16;

    private final Transport transport;
    private final List<DeviceLine> lines;

    private Lines(Transport transport, List<DeviceLine> lines) {
        this.transport = transport;
        this.lines = lines;
    }

    static Lines open(Transport transport, Endpoint endpoint, int count, IntFunction<DeviceIdentity> device) {
        return new Lines(transport, all(transport, endpoint, count, device, line -> line));
    }

    /** Devices that show certificates of this authority, over HTTPS. */
    static Lines open(
            DeviceCertificates certificates, Endpoint endpoint, int count, IntFunction<DeviceIdentity> device) {
        return new Lines(
                Transport.HTTPS,
                all(count, number -> new CertificateLine(endpoint, device.apply(number), certificates, PATIENCE)));
    }

    /** Opens as many and does something with each. */
    static <T> List<T> all(
            Transport transport,
            Endpoint endpoint,
            int count,
            IntFunction<DeviceIdentity> device,
            Function<DeviceLine, T> use) {
        return all(count, number -> use.apply(transport.open(endpoint, device.apply(number), PATIENCE)));
    }

    /** Opens one of many. */
    private interface Opening<T> {
        T open(int number) throws IOException;
    }

    private static <T> List<T> all(int count, Opening<T> one) {
        ExecutorService openers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<T>> opening = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                int next = number;
                opening.add(openers.submit(() -> one.open(next)));
            }
            List<T> opened = new ArrayList<>();
            for (Future<T> each : opening) {
                opened.add(each.get());
            }
            return opened;
        } catch (ExecutionException e) {
            throw new IllegalStateException("not all connections could be opened", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            openers.shutdownNow();
        }
    }

    /** Each once, whichever thread asks. */
    IntFunction<Work> once() {
        AtomicInteger next = new AtomicInteger();
        return thread -> new LineRegistrations(transport, () -> {
            int number = next.getAndIncrement();
            return number < lines.size() ? Optional.of(lines.get(number)) : Optional.empty();
        });
    }

    /** Each again and again; a line is used by one thread alone. */
    IntFunction<Work> around(int threads) {
        return thread -> {
            AtomicInteger round = new AtomicInteger();
            int share = (lines.size() - thread + threads - 1) / threads;
            Supplier<Optional<DeviceLine>> next =
                    () -> Optional.of(lines.get(thread + Math.floorMod(round.getAndIncrement(), share) * threads));
            return new LineRegistrations(transport, next);
        };
    }

    @Override
    public void close() {
        lines.forEach(DeviceLine::close);
    }
}
