package io.fairlead.adapters.rest.service;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditSubject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where keys are shown, and that nowhere else does. */
@TestInstance(Lifecycle.PER_CLASS)
class AttestationMechanismApiTest {
    private static final String PRIMARY = SomeKeys.keys("shown").primary().base64();
    private static final String SECONDARY = SomeKeys.keys("shown").secondary().base64();
    private static final String ATTESTATION = "{\"type\":\"symmetricKey\",\"symmetricKey\":{\"primaryKey\":\"" + PRIMARY
            + "\",\"secondaryKey\":\"" + SECONDARY + "\"}}";

    private Slice slice;

    @BeforeAll
    void start() {
        slice = new Slice();
        slice.asOwner("PUT", "/enrollments/one?" + VERSION)
                .json("{\"registrationId\":\"one\",\"attestation\":" + ATTESTATION + "}")
                .send();
        slice.asOwner("PUT", "/enrollmentGroups/fleet?" + VERSION)
                .json("{\"enrollmentGroupId\":\"fleet\",\"attestation\":" + ATTESTATION + "}")
                .send();
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    /** The spellings and bodies of the Java and Node clients, and of none. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/enrollments/one/attestationmechanism, {}",
        "/enrollments/ONE/attestationMechanism, ''",
        "/enrollmentGroups/fleet/attestationmechanism, {}",
        "/enrollmentgroups/fleet/attestationmechanism, ''",
    })
    void attestationShouldBeShownWithItsKeys(String path, String body) {
        Answer answer = slice.asOwner("POST", path + "?" + VERSION).json(body).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(ATTESTATION);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void everyUseShouldBeAuditedWithoutTheKeys() {
        int before =
                slice.audited(AuditSubject.device(new RegistrationId("one"))).size();
        slice.asOwner("POST", "/enrollments/one/attestationmechanism?" + VERSION)
                .send();
        slice.asOwner("POST", "/enrollmentGroups/fleet/attestationmechanism?" + VERSION)
                .send();

        assertThat(slice.audited(AuditSubject.device(new RegistrationId("one"))))
                .hasSize(before + 1);
        assertThat(slice.audited(AuditSubject.group(new EnrollmentGroupId("fleet"))))
                .anySatisfy(entry -> assertThat(entry).contains("KEYS_SHOWN"))
                .allSatisfy(entry -> assertThat(entry).doesNotContain(PRIMARY, SECONDARY));
    }

    @Test
    void keysShouldBeShownNowhereElse() {
        for (String path : new String[] {"/enrollments/one?", "/enrollmentGroups/fleet?"}) {
            assertThat(slice.asOwner("GET", path + VERSION).send().text()).doesNotContain(PRIMARY, SECONDARY);
        }
        assertThat(slice.asOwner("POST", "/enrollments?" + VERSION)
                        .json("{\"mode\":\"create\",\"enrollments\":[{\"registrationId\":\"one\",\"attestation\":"
                                + ATTESTATION + "}]}")
                        .send()
                        .text())
                .contains("409001")
                .doesNotContain(PRIMARY, SECONDARY);
    }

    @ParameterizedTest
    @CsvSource({"/enrollments/nobody, 404202", "/enrollmentGroups/nobody, 404202", "/enrollments/a%20b, 400004"})
    void attestationShouldBeRefusedWhenThereIsNone(String path, int code) {
        slice.asOwner("POST", path + "/attestationmechanism?" + VERSION).send().refuses(code);
    }
}
