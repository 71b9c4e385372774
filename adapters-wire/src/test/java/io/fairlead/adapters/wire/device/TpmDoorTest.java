package io.fairlead.adapters.wire.device;

import static io.fairlead.domain.fixture.SomeTpms.someTpm;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.provisioning.ChallengeRequest;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationInquiry;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.tpm.ActivationBlob;
import io.fairlead.domain.tpm.Octets;
import io.fairlead.domain.tpm.TpmKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a device with a TPM says and hears, whatever its transport. */
class TpmDoorTest {
    private static final RegistrationId ID = new RegistrationId("dev-1");
    private static final DeviceAddress ADDRESS = new DeviceAddress(SomeProofs.SCOPE.value(), ID);
    private static final ApiVersion VERSION = ApiVersion.parse("2019-03-31");
    private static final TpmKeys KEYS = SomeTpms.keys(someTpm());
    private static final ActivationBlob BLOB =
            ActivationBlob.wrap(KEYS, Octets.of(new byte[32]), "a resource", new SecureRandom());
    private static final byte[] BODY = body();

    private final Provisioning provisioning = new Provisioning();
    private final DeviceDoor door = new DeviceDoor(provisioning);

    @Test
    void registerShouldAnswerWithAChallengeWhenNothingIsSigned() throws Exception {
        DeviceAnswer answer = door.register(ADDRESS, new DeviceProof.None(), VERSION, BODY);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.retryAfter()).isEmpty();
        JsonMembers told = JsonMembers.root(JsonText.parse(answer.json()));
        assertThat(told.members()).containsOnlyKeys("message", "authenticationKey", "keyName");
        assertThat(told.text("authenticationKey")).contains(base64(BLOB.bytes()));
        assertThat(told.text("keyName")).contains("registration");
        assertThat(provisioning.challenged.tpm()).isEqualTo(KEYS);
    }

    @Test
    void registerShouldHandOnTheKeysWhenTheTokenIsThere() {
        DeviceProof token = SomeProofs.token(SomeKeys.key("any"), ID);

        assertThat(door.register(ADDRESS, token, VERSION, BODY).status()).isEqualTo(202);
        assertThat(provisioning.registered.tpm()).contains(KEYS);
        assertThat(provisioning.challenged).isNull();
        door.register(ADDRESS, token, VERSION, new byte[0], KEYS, Optional.empty());
        assertThat(provisioning.registered.tpm()).contains(KEYS);
    }

    @Test
    void registerShouldJudgeTheProofWhenTheEntryIsNotByTpm() {
        provisioning.challenge = Optional.empty();

        assertThat(door.register(ADDRESS, new DeviceProof.None(), VERSION, BODY).status())
                .isEqualTo(202);
        assertThatThrownBy(() -> door.challenge(ADDRESS, KEYS)).isInstanceOf(ProvisioningException.class);
    }

    @Test
    void pollShouldBringTheHubKey() throws Exception {
        DeviceProof token = SomeProofs.token(SomeKeys.key("any"), ID);
        DeviceAnswer answer = door.operation(ADDRESS, token, SomeRegistrations.LAST_OPERATION.value());

        JsonMembers state = JsonMembers.root(JsonText.parse(answer.json()))
                .object("registrationState")
                .orElseThrow();
        assertThat(state.object("tpm").orElseThrow().text("authenticationKey")).contains(base64(BLOB.bytes()));
    }

    private static byte[] body() {
        return ("{\"registrationId\":\"dev-1\",\"tpm\":{\"endorsementKey\":\""
                        + base64(someTpm().endorsementKey()) + "\",\"storageRootKey\":\""
                        + base64(someTpm().storageRootKey()) + "\"}}")
                .getBytes(UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Remembers what it is asked. */
    private static final class Provisioning implements DeviceProvisioning {
        private Optional<ActivationBlob> challenge = Optional.of(BLOB);
        private ChallengeRequest challenged;
        private RegistrationRequest registered;

        @Override
        public Optional<ActivationBlob> challenge(ChallengeRequest request) {
            challenged = request;
            return challenge;
        }

        @Override
        public OperationReport register(RegistrationRequest request) {
            registered = request;
            return report();
        }

        @Override
        public OperationReport operation(OperationInquiry inquiry) {
            return report();
        }

        @Override
        public DeviceRegistration registration(RegistrationInquiry inquiry) {
            return report().registration();
        }

        private static OperationReport report() {
            return new OperationReport(
                    SomeRegistrations.LAST_OPERATION,
                    OperationStatus.ASSIGNED,
                    SomeRegistrations.assignedRegistration("dev-1", SomeHubs.HUB_A),
                    Optional.empty(),
                    Duration.ofSeconds(3),
                    Optional.of(BLOB));
        }
    }
}
