package io.fairlead.adapters.wire.enrollment;

import static io.fairlead.adapters.wire.fixture.WireFixtures.KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.application.administration.DraftField;
import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.device.DeviceCapabilities;
import io.fairlead.domain.device.InitialTwin;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.enrollment.ProvisioningStatus;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.EnrollmentGroupId;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.reprovisioning.ReprovisionPolicy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentBodyTest {
    static final ApiVersion NOW = ApiVersion.parse("2019-03-31");
    static final ApiVersion LEGACY = ApiVersion.parse("2018-04-01");

    /** As the Java service client 2.0.3 sends it. */
    private static final String JAVA =
            """
            {"registrationId":"ind-sk","deviceId":"dev-sk","attestation":{"type":"symmetricKey","symmetricKey":\
            {"primaryKey":"%s","secondaryKey":"%s"}},"iotHubHostName":"hub.localtest","initialTwin":{"tags":{"t":"1"},\
            "properties":{"desired":{"p":5}}},"provisioningStatus":"enabled","capabilities":{"iotEdge":false},\
            "reprovisionPolicy":{"updateHubAssignment":false,"migrateDeviceData":false},"allocationPolicy":"static",\
            "iotHubs":["Hub.Localtest"]}""".formatted(KEYS.primary().base64(), KEYS.secondary().base64());

    @Test
    void individualShouldReadWhatTheJavaClientSends() {
        EnrollmentDraft draft = individual(JAVA, NOW);

        assertThat(draft.deviceId()).contains(new DeviceId("dev-sk"));
        assertThat(keys(draft)).contains(KEYS);
        assertThat(draft.allocationPolicy()).contains(AllocationPolicy.STATIC);
        assertThat(draft.iotHubs()).containsExactly(new HubName("hub.localtest"));
        assertThat(draft.initialTwin())
                .contains(new InitialTwin(new TwinDocument(Map.of("t", "1")), new TwinDocument(Map.of("p", 5L))));
        assertThat(draft.reprovisionPolicy()).contains(new ReprovisionPolicy(false, false));
        assertThat(draft.provisioningStatus()).isEqualTo(ProvisioningStatus.ENABLED);
    }

    @Test
    void individualShouldLeaveAbsentWhatIsAbsent() {
        EnrollmentDraft draft = individual(minimal(""), NOW);

        assertThat(draft.deviceId()).isEmpty();
        assertThat(draft.optionalDeviceInformation()).isEmpty();
        assertThat(keys(draft)).isEmpty();
        assertThat(draft.capabilities()).isEqualTo(DeviceCapabilities.NONE);
        assertThat(draft.allocationPolicy()).isEmpty();
        assertThat(draft.iotHubs()).isEmpty();
        assertThat(draft.initialTwin()).isEmpty();
        assertThat(draft.reprovisionPolicy()).isEmpty();
        assertThat(draft.unsayable()).isEmpty();
        assertThat(draft.provisioningStatus()).isEqualTo(ProvisioningStatus.ENABLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"deviceId\":null,\"capabilities\":null,\"initialTwin\":null,\"iotHubs\":null,\"reprovisionPolicy\":null",
                ",\"etag\":7,\"createdDateTimeUtc\":[],\"lastUpdatedDateTimeUtc\":\"x\",\"registrationState\":1",
                ",\"tomorrow\":{\"a\":1},\"iotHubHostName\":\"\",\"iotHubs\":[]",
                ",\"customAllocationDefinition\":null,\"credentialPolicyName\":null",
            })
    void individualShouldIgnoreNullsReadOnlyAndUnknownMembers(String more) {
        assertThat(individual(minimal(more), NOW)).isEqualTo(individual(minimal(""), NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"symmetricKey\":{\"primaryKey\":\"\",\"secondaryKey\":\"\"}",
                "\"symmetricKey\":{\"primaryKey\":null}",
                "\"symmetricKey\":{}",
                "\"symmetricKey\":null",
                "\"x509\":null,\"tpm\":null"
            })
    void individualShouldTakeEmptyKeysForNone(String attestation) {
        String body = "{\"registrationId\":\"d\",\"attestation\":{\"type\":\"symmetricKey\"," + attestation + "}}";

        assertThat(keys(EnrollmentBody.individual(body.getBytes(UTF_8), new RegistrationId("D"), NOW)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} means updateHubAssignment {1}, migrateDeviceData {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|true|true",
                "{\"updateHubAssignment\":false}|false|true",
                "{\"migrateDeviceData\":false}|true|false",
                "{\"updateHubAssignment\":null,\"migrateDeviceData\":null}|true|true",
            })
    void reprovisionPolicyShouldDefaultToTrueWithin(String policy, boolean update, boolean migrate) {
        assertThat(individual(minimal(",\"reprovisionPolicy\":" + policy), NOW).reprovisionPolicy())
                .contains(new ReprovisionPolicy(update, migrate));
    }

    @Test
    void legacyClientsShouldBeUnableToSayTheFieldsTheyDoNotHave() {
        EnrollmentDraft draft = individual(
                minimal(",\"reprovisionPolicy\":{},\"allocationPolicy\":\"hashed\",\"iotHubs\":[\"a.example\"]"),
                LEGACY);

        assertThat(draft.unsayable())
                .containsExactlyInAnyOrder(
                        DraftField.REPROVISION_POLICY, DraftField.ALLOCATION, DraftField.DEVICE_INFORMATION);
        assertThat(draft.reprovisionPolicy()).isEmpty();
        assertThat(draft.allocationPolicy()).isEmpty();
        assertThat(draft.iotHubs()).isEmpty();
    }

    @ParameterizedTest(name = "{0} with api-version {1} means {2} over {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"iotHubHostName\":\"a.example\"|2018-04-01|STATIC|a.example",
                "\"iotHubHostName\":\"a.example\"|2021-10-01|STATIC|a.example",
                "\"iotHubHostName\":\"a.example\",\"iotHubs\":[]|2021-10-01|STATIC|a.example",
                "\"iotHubHostName\":\"a.example\",\"allocationPolicy\":\"hashed\"|2021-10-01|HASHED|a.example",
                "\"iotHubHostName\":\"a.example\",\"iotHubs\":[\"b.example\"]|2021-10-01||b.example",
                "\"allocationPolicy\":\"GeoLatency\",\"iotHubs\":[\"b.example\",\"c.example\"]|2021-10-01|GEO_LATENCY|b.example,c.example",
            })
    void iotHubHostNameShouldBeTheOldWayToSayStatic(
            String members, String version, AllocationPolicy policy, String hubs) {
        EnrollmentDraft draft = individual(minimal("," + members), ApiVersion.parse(version));

        assertThat(draft.allocationPolicy().orElse(null)).isEqualTo(policy);
        assertThat(draft.iotHubs()).extracting(HubName::value).containsExactly(hubs.split(","));
    }

    @Test
    void groupShouldReadTheSameTermsAndNoDeviceOfItsOwn() {
        String body = JAVA.replace("\"registrationId\":\"ind-sk\"", "\"enrollmentGroupId\":\"FLEET\"");

        EnrollmentDraft draft = EnrollmentBody.group(body.getBytes(UTF_8), new EnrollmentGroupId("fleet"), NOW);

        assertThat(draft.deviceId()).isEmpty();
        assertThat(draft.iotHubs()).containsExactly(new HubName("hub.localtest"));
        assertThat(keys(draft)).contains(KEYS);
    }

    static String minimal(String more) {
        return "{\"registrationId\":\"ind-sk\",\"attestation\":{\"type\":\"symmetricKey\"}" + more + "}";
    }

    static EnrollmentDraft individual(String body, ApiVersion version) {
        return EnrollmentBody.individual(body.getBytes(UTF_8), new RegistrationId("ind-sk"), version);
    }

    private static Optional<SymmetricKeys> keys(EnrollmentDraft draft) {
        return draft.attestation()
                .match(
                        AttestationDraft.Keys::keys,
                        clients -> Optional.empty(),
                        signers -> Optional.empty(),
                        references -> Optional.empty(),
                        tpm -> Optional.empty());
    }
}
