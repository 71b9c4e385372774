package io.fairlead.adapters.rest.auth;

import static io.fairlead.adapters.rest.server.Slice.EXPIRY;
import static io.fairlead.adapters.rest.server.Slice.OWNER_KEYS;
import static io.fairlead.adapters.rest.server.Slice.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.application.operating.Operator;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeOperatorRecords;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.AccessRight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorAccessTest {
    private static final String OWNER = "provisioningserviceowner";
    private static final OperatorAccess ACCESS = new OperatorAccess(
            Set.of("dps.localtest", "127.0.0.1"),
            () -> List.of(Slice.OWNER, policy("second", AccessRight.ENROLLMENT_WRITE)),
            Duration.ZERO);

    @ParameterizedTest(name = "{0} covers {1}")
    @CsvSource({
        "dps.localtest, /enrollments/dev-1",
        "DPS.LocalTest, /enrollments/dev-1",
        "dps.localtest:8443, /enrollments/dev-1",
        "dps.localtest%3a8443, /enrollments/dev-1",
        "127.0.0.1, /registrations/dev-1",
        "dps.localtest/, /enrollments/dev-1",
        "dps.localtest/enrollments, /enrollments/dev-1",
        "dps.localtest%2Fenrollments, /enrollments/dev-1",
        "dps.localtest%2fENROLLMENTS%2f, /enrollments/dev-1",
        "dps.localtest/enrollments/dev-1, /enrollments/dev-1",
        "dps.localtest/enrollments/dev-1, /enrollments/Dev-1/attestationmechanism",
        "dps.localtest/enrollmentgroups, /enrollmentGroups/g",
    })
    void checkShouldPassTokensForTheHostOrAPathAboveTheRequest(String resource, String path) {
        assertThatCode(() -> check(token(OWNER_KEYS.primary(), resource, EXPIRY, OWNER), path))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} does not cover {1}")
    @CsvSource({
        "other.localtest, /enrollments/dev-1",
        "dps.localtest.evil, /enrollments/dev-1",
        "xdps.localtest, /enrollments/dev-1",
        "dps.localtest:port, /enrollments/dev-1",
        "https://dps.localtest, /enrollments/dev-1",
        "/dps.localtest, /enrollments/dev-1",
        "dps.localtest/enrollment, /enrollments/dev-1",
        "dps.localtest/enrollments, /enrollmentsX/dev-1",
        "dps.localtest/enrollments, /enrollmentGroups/g",
        "dps.localtest/enrollments/dev, /enrollments/dev-1",
        "dps.localtest/enrollments/dev-1/more, /enrollments/dev-1",
        "dps.localtest//enrollments, /enrollments/dev-1",
        "0ne00FAIR01/registrations/dev-1, /registrations/dev-1",
    })
    void checkShouldRefuseTokensForOtherResources(String resource, String path) {
        refuses(token(OWNER_KEYS.primary(), resource, EXPIRY, OWNER), path, "for another resource");
    }

    @Test
    void checkShouldTakeEitherKeyAndAnyPolicyWhateverItsCapitals() {
        for (String token : List.of(
                token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, OWNER),
                token(OWNER_KEYS.secondary(), "dps.localtest", EXPIRY, OWNER),
                token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, "ProvisioningServiceOwner"),
                token(SomeKeys.keys("second").primary(), "dps.localtest", EXPIRY, "second"))) {
            assertThatCode(() -> check(token, "/enrollments/a")).doesNotThrowAnyException();
        }
    }

    /** Nothing tells whether the policy is unknown or the key wrong. */
    @Test
    void checkShouldRefuseUnknownPoliciesAndWrongKeysAlike() {
        for (String token : List.of(
                token(SomeKeys.key("stranger"), "dps.localtest", EXPIRY, OWNER),
                token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, "nobody"),
                token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, "second"),
                token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, ""))) {
            refuses(token, "/enrollments/a", "not signed with a key of the policy it names");
        }
    }

    @ParameterizedTest(name = "{0} s after the expiry")
    @CsvSource({"-1, true", "0, false", "1, false", "86400, false"})
    void checkShouldRefuseTokensFromTheirExpiryOn(long seconds, boolean passes) {
        String token = token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, OWNER);
        Instant now = Instant.ofEpochSecond(EXPIRY + seconds);

        if (passes) assertThat(admit(ACCESS, token, now)).isEqualTo(new Operator(OWNER));
        else assertThatThrownBy(() -> admit(ACCESS, token, now)).hasMessageContaining("has expired");
    }

    @ParameterizedTest(name = "{0} s after the expiry")
    @CsvSource({"299, true", "300, false"})
    void admitShouldBelieveTokensForTheToleranceBeyondTheirExpiry(long seconds, boolean passes) {
        OperatorAccess tolerant =
                new OperatorAccess(Set.of("dps.localtest"), () -> List.of(Slice.OWNER), Duration.ofMinutes(5));
        String token = token(OWNER_KEYS.primary(), "dps.localtest", EXPIRY, OWNER);
        Instant now = Instant.ofEpochSecond(EXPIRY + seconds);

        if (passes) assertThat(admit(tolerant, token, now)).isEqualTo(new Operator(OWNER));
        else assertThatThrownBy(() -> admit(tolerant, token, now)).hasMessageContaining("has expired");
    }

    @ParameterizedTest(name = "{0} does not do for {1}")
    @CsvSource({
        "ENROLLMENT_READ, ENROLLMENT_WRITE",
        "ENROLLMENT_WRITE, REGISTRATION_STATUS_READ",
        "ENROLLMENT_WRITE, SERVICE_CONFIG",
        "REGISTRATION_STATUS_READ, REGISTRATION_STATUS_WRITE",
        "REGISTRATION_STATUS_WRITE, ENROLLMENT_READ",
        "SERVICE_CONFIG, ENROLLMENT_READ",
        "DEVICE_CONNECT, ENROLLMENT_READ",
    })
    void admitShouldForbidWhenTheRightIsMissing(AccessRight held, AccessRight needed) {
        OperatorAccess access =
                new OperatorAccess(Set.of("dps.localtest"), () -> List.of(policy("some", held)), Duration.ZERO);
        String token = token(SomeKeys.keys("some").primary(), "dps.localtest", EXPIRY, "some");

        assertThatThrownBy(() -> access.admit(token, "/enrollments/a", needed, SomeMoments.NOW))
                .isInstanceOfSatisfying(ProvisioningException.class, e -> {
                    assertThat(e.problem().kind()).isEqualTo(Problem.Kind.FORBIDDEN);
                    assertThat(e.problem().detail()).contains("'some'", needed.word());
                });
    }

    @ParameterizedTest(name = "{0} does for {1}")
    @CsvSource({
        "ENROLLMENT_WRITE, ENROLLMENT_READ",
        "REGISTRATION_STATUS_WRITE, REGISTRATION_STATUS_READ",
        "SERVICE_CONFIG, SERVICE_CONFIG",
    })
    void admitShouldPassWhenTheRightIsHeldOrCovered(AccessRight held, AccessRight needed) {
        OperatorAccess access =
                new OperatorAccess(Set.of("dps.localtest"), () -> List.of(policy("some", held)), Duration.ZERO);
        String token = token(SomeKeys.keys("some").secondary(), "dps.localtest", EXPIRY, "Some");

        assertThat(access.admit(token, "/enrollments/a", needed, SomeMoments.NOW))
                .isEqualTo(new Operator("some"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void checkShouldAskForATokenWhenThereIsNone(String header) {
        refuses(header, "/enrollments/a", "send an Authorization header");
    }

    @Test
    void policiesShouldNotPrintTheirKeys() {
        assertThat(Slice.OWNER.toString()).doesNotContain(OWNER_KEYS.primary().base64());
    }

    private static AccessPolicy policy(String name, AccessRight... rights) {
        return new AccessPolicy(name, SomeKeys.keys(name), Set.of(rights), SomeOperatorRecords.stamp("etag"));
    }

    private static Operator admit(OperatorAccess access, String token, Instant now) {
        return access.admit(token, "/enrollments/a", AccessRight.SERVICE_CONFIG, now);
    }

    private static void check(String header, String path) {
        ACCESS.admit(header, path, AccessRight.ENROLLMENT_READ, SomeMoments.NOW);
    }

    private static void refuses(String header, String path, String reason) {
        assertThatThrownBy(() -> check(header, path)).isInstanceOfSatisfying(ProvisioningException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED);
            assertThat(e.problem().detail()).contains(reason);
        });
    }
}
