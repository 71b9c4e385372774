package io.fairlead.adapters.persistence;

import static io.fairlead.domain.fixture.SomeRegistrations.someRegistration;
import static io.fairlead.domain.fixture.SomeRegistrations.withETag;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import io.fairlead.application.contract.Race;
import io.fairlead.application.port.Stores;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two units of work that each hold what the other wants. */
abstract class Deadlock {
    private static final List<String> DEVICES = List.of("one", "other");

    abstract DatabaseExtension database();

    @Test
    void bothShouldEndWhenTheDatabaseSacrificesOne() {
        DEVICES.forEach(device -> database()
                .work()
                .write(stores -> stores.registrations().insert(withETag(someRegistration(device), "0"))));
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        Race.among(
                2,
                racer -> database().work().write(stores -> {
                    runs.incrementAndGet();
                    change(stores, DEVICES.get(racer));
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    change(stores, DEVICES.get(1 - racer));
                    return true;
                }));
        assertThat(runs.get()).as("runs of two units of work").isGreaterThan(2);
        DEVICES.forEach(device -> assertThat(find(device).etag().value()).isEqualTo("2"));
    }

    private static void change(Stores stores, String device) {
        DeviceRegistration now =
                stores.registrations().find(someRegistration(device).id()).orElseThrow();
        int next = Integer.parseInt(now.etag().value()) + 1;
        assertThat(stores.registrations().replace(withETag(now, Integer.toString(next)), now.etag()))
                .isTrue();
    }

    private DeviceRegistration find(String device) {
        return database()
                .work()
                .read(stores ->
                        stores.registrations().find(someRegistration(device).id()))
                .orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
