package io.fairlead.benchmarks.load;

import io.fairlead.benchmarks.wire.DeviceCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The devices of a measurement, each with its token made beforehand, and who is next. Thread-safe. */
final class Devices {
    private final List<DeviceCalls> devices = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    Devices(int count, IntFunction<DeviceCalls> device) {
        for (int number = 0; number < count; number++) {
            devices.add(device.apply(number));
        }
    }

    /** Each device once. */
    Supplier<Optional<DeviceCalls>> once() {
        next.set(0);
        return () -> {
            int number = next.getAndIncrement();
            return number < devices.size() ? Optional.of(devices.get(number)) : Optional.empty();
        };
    }

    /** Each of the first devices in turn, again and again. */
    Supplier<Optional<DeviceCalls>> around(int first) {
        return () -> Optional.of(devices.get(Math.floorMod(next.getAndIncrement(), first)));
    }

    /** Each in turn; before every round something is done, with all others waiting. */
    Supplier<Optional<DeviceCalls>> rounds(Runnable before) {
        next.set(0);
        return () -> {
            synchronized (this) {
                int number = next.getAndIncrement() % devices.size();
                if (number == 0) {
                    before.run();
                }
                return Optional.of(devices.get(number));
            }
        };
    }

    /** How many have been handed out since the last {@link #once()}. */
    int begun() {
        return Math.min(next.get(), devices.size());
    }
}
