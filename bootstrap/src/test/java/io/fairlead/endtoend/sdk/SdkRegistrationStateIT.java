package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.service.ProvisioningServiceClient;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.DeviceRegistrationState;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.EnrollmentStatus;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientNotFoundException;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientPreconditionFailedException;
import io.fairlead.endtoend.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What became of devices, and their entries' keys, through the Java service client. */
@ExtendWith(SdkClients.class)
class SdkRegistrationStateIT {

    private static final String HUB = SharedServer.HUBS.get(0);

    private final SdkService service;
    private final ProvisioningServiceClient operator;

    SdkRegistrationStateIT(SdkService service) {
        this.service = service;
        this.operator = service.operator();
    }

    @ParameterizedTest
    @EnumSource
    void stateShouldBeReadAndDeletedWithItsTag(EntryKind kind) throws Exception {
        SdkEntry entry = SdkEntry.of(kind, "stated", HUB);
        service.save(entry);
        assertThatThrownBy(() -> operator.getDeviceRegistrationState(entry.device()))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class);
        service.register(entry);

        DeviceRegistrationState state = operator.getDeviceRegistrationState(entry.device());
        assertThat(state.getStatus()).isEqualTo(EnrollmentStatus.ASSIGNED);
        assertThat(state.getAssignedHub()).isEqualTo(HUB);
        assertThat(state.getDeviceId()).isEqualTo(entry.device());
        assertThat(state.getErrorCode()).isNull();
        assertThat(state.getCreatedDateTimeUtc()).isNotNull();

        assertThatThrownBy(() -> operator.deleteDeviceRegistrationState(entry.device(), "stale"))
                .isInstanceOf(ProvisioningServiceClientPreconditionFailedException.class);
        operator.deleteDeviceRegistrationState(state);
        assertThatThrownBy(() -> operator.getDeviceRegistrationState(entry.device()))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class);
        assertThat(service.hubs().device(HUB, entry.device())).isNotEmpty();
    }

    @Test
    void forgottenDeviceShouldComeAgainAsIfForTheFirstTime() throws Exception {
        SdkEntry entry = SdkEntry.of(EntryKind.INDIVIDUAL, "forgotten", HUB);
        service.save(entry);
        service.register(entry);
        operator.deleteDeviceRegistrationState(
                entry.device(),
                operator.getDeviceRegistrationState(entry.device()).getEtag());
        service.register(entry);
        operator.deleteDeviceRegistrationState(entry.device());

        assertThat(service.register(entry).getIothubUri()).isEqualTo(HUB);
        assertThat(operator.getDeviceRegistrationState(entry.device()).getStatus())
                .isEqualTo(EnrollmentStatus.ASSIGNED);
    }

    @Test
    void individualEntryShouldShowTheStateOfItsDevice() throws Exception {
        SdkEntry entry = SdkEntry.of(EntryKind.INDIVIDUAL, "shown", HUB);
        service.save(entry);
        assertThat(operator.getIndividualEnrollment(entry.id()).getDeviceRegistrationState())
                .isNull();

        service.register(entry);

        DeviceRegistrationState state =
                operator.getIndividualEnrollment(entry.id()).getDeviceRegistrationState();
        assertThat(state.getAssignedHub()).isEqualTo(HUB);
        assertThat(state.getStatus()).isEqualTo(EnrollmentStatus.ASSIGNED);
    }

    @ParameterizedTest
    @EnumSource
    void keysShouldBeShownByTheirOwnCallAlone(EntryKind kind) throws Exception {
        SdkEntry entry = SdkEntry.of(kind, "keys", HUB);
        service.save(entry);

        SymmetricKeyAttestation shown = (SymmetricKeyAttestation) (kind == EntryKind.GROUP
                        ? operator.getEnrollmentGroupAttestationMechanism(entry.id())
                        : operator.getIndividualEnrollmentAttestationMechanism(entry.id()))
                .getAttestation();

        assertThat(shown.getPrimaryKey()).isEqualTo(entry.key());
        assertThat(shown.getSecondaryKey()).isEqualTo(entry.key());
        SymmetricKeyAttestation read = (SymmetricKeyAttestation)
                (kind == EntryKind.GROUP
                        ? operator.getEnrollmentGroup(entry.id()).getAttestation()
                        : operator.getIndividualEnrollment(entry.id()).getAttestation());
        assertThat(read.getPrimaryKey()).isEmpty();
    }
}
