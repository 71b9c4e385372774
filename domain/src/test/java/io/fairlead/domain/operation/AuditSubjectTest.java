package io.fairlead.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSubjectTest {
    @Test
    void canonicalShouldTellKindsApart() {
        assertThat(AuditSubject.device(new RegistrationId("Fleet")).canonical()).isEqualTo("fleet");
        assertThat(AuditSubject.group(new EnrollmentGroupId("Fleet")).canonical())
                .isEqualTo("enrollment_group/fleet");
        assertThat(AuditSubject.hub(new HubName("hub-a.example")).canonical()).isEqualTo("hub/hub-a.example");
    }

    @Test
    void subjectsShouldBeEqualIgnoringCase() {
        assertThat(AuditSubject.device(new RegistrationId("Pump-1")))
                .isEqualTo(AuditSubject.device(new RegistrationId("pump-1")))
                .hasSameHashCodeAs(AuditSubject.device(new RegistrationId("pump-1")))
                .isNotEqualTo(AuditSubject.group(new EnrollmentGroupId("pump-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hub/a", "/"})
    void idShouldBeRefusedWhenItCouldBeTakenForAnotherSubject(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AuditSubject(AuditSubject.Kind.SERVICE, id));
    }
}
