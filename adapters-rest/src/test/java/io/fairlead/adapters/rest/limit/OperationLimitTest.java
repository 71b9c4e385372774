package io.fairlead.adapters.rest.limit;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.operation.OperationStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quota of service operations over HTTP. */
class OperationLimitTest {
    private final Slice slice = new Slice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void operationTooManyShouldBeRefusedBeforeItsTokenIsChecked() {
        allow(3);
        for (int i = 0; i < 3; i++) {
            slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(404202);
        }
        Answer refusal =
                slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(429001);
        assertThat(refusal.header("Retry-After")).isEqualTo("20");
        assertThat(refusal.message()).contains("too many operations", "try again in 20 s");
        slice.request("POST", "/enrollments/query?" + VERSION).json("{}").send().refuses(429001);

        slice.clock.advance(Duration.ofSeconds(20));
        assertThat(slice.asOwner("POST", "/enrollments/query?" + VERSION)
                        .json("{}")
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void strangersShouldUseUpNothing() {
        allow(2);
        for (int i = 0; i < 10; i++) {
            slice.request("GET", "/enrollments/dev-1?" + VERSION).send().refuses(401002);
        }
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(404202);
    }

    @Test
    void devicesShouldNotBeCounted() {
        allow(1);
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(404202);
        slice.devices.answer(OperationStatus.RUNNING, SomeRegistrations.someRegistration("dev-1"), Optional.empty());
        assertThat(slice.register("dev-1", "{}").send().status()).isEqualTo(202);
    }

    @Test
    void quotaThatAnOperatorLiftsShouldEndRefusalsAtOnce() {
        allow(1);
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(404202);
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(429001);
        quota("\"off\"");
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(404202);
        allow(1);
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(429001);
        quota("\"default\"");
        slice.asOwner("GET", "/enrollments/dev-1?" + VERSION).send().refuses(404202);
    }

    @ParameterizedTest
    @CsvSource({"PUT, /register", "POST, ''"})
    void registrationTooManyShouldBeRefusedBeforeItsBodyIsRead(String method, String path) {
        slice.devices.throttle();
        String target = "/" + Slice.SCOPE + "/registrations/dev-1" + path + "?" + VERSION;
        slice.request(method, target)
                .json("no JSON, and far too long: " + "x".repeat(200_000))
                .send()
                .refuses(429001);
        slice.request(method, target).json("no JSON").send().refuses(429001);
    }

    private void allow(int operations) {
        quota(Integer.toString(operations));
    }

    private void quota(String operations) {
        Answer changed = slice.asOwner("PUT", "/operator/v1/settings")
                .json("{\"quotas\":{\"operationsPerMinute\":" + operations + "}}")
                .send();
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }
}
