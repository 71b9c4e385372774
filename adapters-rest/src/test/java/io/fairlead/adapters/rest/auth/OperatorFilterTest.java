package io.fairlead.adapters.rest.auth;

import static io.fairlead.adapters.rest.server.Slice.EXPIRY;
import static io.fairlead.adapters.rest.server.Slice.OWNER_KEYS;
import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static io.fairlead.adapters.rest.server.Slice.owner;
import static io.fairlead.adapters.rest.server.Slice.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Slice;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorFilterTest {
    private Slice slice;

    @BeforeEach
    void start() {
        slice = new Slice();
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /enrollments/a",
        "PUT, /enrollments/a",
        "DELETE, /enrollments/a",
        "GET, /enrollmentGroups/a",
        "PUT, /enrollmentgroups/a/",
        "DELETE, /EnrollmentGroups/a",
    })
    void everyServiceCallShouldNeedATokenBeforeAnythingOfItIsRead(String method, String path) {
        slice.request(method, path).json("nonsense").send().refuses(401002);
        slice.request(method, path)
                .header("Authorization", token(OWNER_KEYS.primary(), "other.host", EXPIRY, "provisioningserviceowner"))
                .json("nonsense")
                .send()
                .refuses(401002);
    }

    /** Java sends the header in small letters. */
    @Test
    void tokensShouldOpenTheDoorUntilTheyExpire() {
        slice.request("DELETE", "/enrollments/a?" + VERSION)
                .header("authorization", owner("dps.localtest"))
                .send()
                .refuses(404202);
        slice.clock.advance(Duration.ofHours(2));
        slice.asOwner("DELETE", "/enrollments/a?" + VERSION).send().refuses(401002);
    }

    @Test
    void aPathShouldBeComparedInTheSpellingThatIsServed() {
        String narrow = owner("dps.localtest%2Fenrollmentgroups%2FFleet");

        slice.request("GET", "/ENROLLMENTGROUPS/fleet/?" + VERSION)
                .header("Authorization", narrow)
                .send()
                .refuses(404202);
        slice.request("GET", "/enrollmentGroups/fleet-2?" + VERSION)
                .header("Authorization", narrow)
                .send()
                .refuses(401002);
    }

    @Test
    void devicesShouldNotBeHeldToAPolicy() {
        assertThat(slice.request("GET", "/s/registrations/d/operations/4.0.a?" + VERSION)
                        .send()
                        .status())
                .isNotEqualTo(401);
    }
}
