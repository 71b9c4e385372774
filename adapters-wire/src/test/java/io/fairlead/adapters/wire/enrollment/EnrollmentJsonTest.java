package io.fairlead.adapters.wire.enrollment;

import static io.fairlead.adapters.wire.enrollment.EnrollmentBodyTest.LEGACY;
import static io.fairlead.adapters.wire.enrollment.EnrollmentBodyTest.NOW;
import static io.fairlead.adapters.wire.fixture.WireFixtures.KEYS;
import static io.fairlead.adapters.wire.fixture.WireFixtures.bareTerms;
import static io.fairlead.adapters.wire.fixture.WireFixtures.fullIndividual;
import static io.fairlead.adapters.wire.fixture.WireFixtures.fullTerms;
import static io.fairlead.adapters.wire.fixture.WireFixtures.group;
import static io.fairlead.adapters.wire.fixture.WireFixtures.individual;
import static io.fairlead.adapters.wire.fixture.WireFixtures.staticTerms;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.enrollment.EnrollmentJson.Keys;
import io.fairlead.application.administration.AttestationDraft;
import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.domain.attestation.SymmetricKeyAttestation;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.enrollment.EnrollmentTerms;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrollmentJsonTest {

    @Test
    void writeShouldGiveAllThatIsStored() {
        assertThat(text(EnrollmentJson.write(fullIndividual(), NOW, Keys.SHOWN)))
                .isEqualTo(
                        """
                        {"registrationId":"Dev-1","deviceId":"pump#1","attestation":{"type":"symmetricKey",\
                        "symmetricKey":{"primaryKey":"%s","secondaryKey":"%s"}},"capabilities":{"iotEdge":true},\
                        "allocationPolicy":"hashed","iotHubs":["hub-a.example","hub-b.example"],\
                        "customAllocationDefinition":{"webhookUrl":"https://allocate.example/hub?code=s3cret",\
                        "apiVersion":"2021-10-01"},\
                        "reprovisionPolicy":{"updateHubAssignment":true,"migrateDeviceData":false},\
                        "initialTwin":{"tags":{"site":"oslo"},"properties":{"desired":{"rate":1.50}}},\
                        "provisioningStatus":"disabled","optionalDeviceInformation":{"shelf":7},"etag":"tag-1",\
                        "createdDateTimeUtc":"2026-01-02T03:04:05.5163352Z",\
                        "lastUpdatedDateTimeUtc":"2026-02-03T04:05:06.0000000Z"}""".formatted(KEYS.primary().base64(), KEYS.secondary().base64()));
    }

    @Test
    void writeShouldBlankKeysAndFillNothingIn() {
        assertThat(text(EnrollmentJson.write(group(bareTerms()), NOW, Keys.BLANKED)))
                .isEqualTo("""
                        {"enrollmentGroupId":"Fleet","attestation":{"type":"symmetricKey",\
                        "symmetricKey":{"primaryKey":"","secondaryKey":""}},"capabilities":{"iotEdge":false},\
                        "provisioningStatus":"enabled","etag":"tag-1",\
                        "createdDateTimeUtc":"2026-01-02T03:04:05.5163352Z",\
                        "lastUpdatedDateTimeUtc":"2026-02-03T04:05:06.0000000Z"}""");
    }

    @Test
    void writeShouldShowLegacyClientsTheOneHubTheyCanSay() {
        Map<String, Object> tree = tree(EnrollmentJson.write(individual(staticTerms()), LEGACY, Keys.BLANKED));

        assertThat(tree)
                .containsEntry("iotHubHostName", "hub-a.example")
                .doesNotContainKeys("reprovisionPolicy", "allocationPolicy", "iotHubs");
    }

    @Test
    void writeShouldShowLegacyClientsNoHubWhenThereAreSeveral() {
        Map<String, Object> tree = tree(EnrollmentJson.write(individual(fullTerms()), LEGACY, Keys.BLANKED));

        assertThat(tree).doesNotContainKeys("iotHubHostName", "reprovisionPolicy", "allocationPolicy", "iotHubs");
    }

    @Test
    void writeShouldNotShowTheOldSingleHubToNewClients() {
        assertThat(tree(EnrollmentJson.write(individual(staticTerms()), NOW, Keys.BLANKED)))
                .doesNotContainKey("iotHubHostName");
    }

    @Test
    void readShouldGiveBackWhatWriteWrote() {
        IndividualEnrollment entry = fullIndividual();

        EnrollmentDraft draft =
                EnrollmentBody.individual(EnrollmentJson.write(entry, NOW, Keys.SHOWN), entry.registrationId(), NOW);

        assertThat(draft.deviceId()).isEqualTo(entry.deviceId());
        assertThat(draft.optionalDeviceInformation()).isEqualTo(entry.optionalDeviceInformation());
        assertThat(terms(draft)).isEqualTo(entry.terms());
        assertThatNothingIsAtItsDefault(draft);
    }

    @Test
    void readShouldGiveBackGroupsToo() {
        byte[] json = EnrollmentJson.write(group(fullTerms()), NOW, Keys.SHOWN);

        EnrollmentDraft draft = EnrollmentBody.group(json, group(fullTerms()).groupId(), NOW);

        assertThat(terms(draft)).isEqualTo(fullTerms());
    }

    /** A field that is added to the draft and forgotten in the JSON fails here. */
    private static void assertThatNothingIsAtItsDefault(EnrollmentDraft draft) {
        for (RecordComponent component : EnrollmentDraft.class.getRecordComponents()) {
            Object value = value(draft, component);
            assertThat(value).as(component.getName()).isNotIn(Optional.empty(), List.of(), false);
        }
    }

    private static Object value(EnrollmentDraft draft, RecordComponent component) {
        try {
            return component.getAccessor().invoke(draft);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static EnrollmentTerms terms(EnrollmentDraft draft) {
        return new EnrollmentTerms(
                new SymmetricKeyAttestation(keys(draft).orElseThrow()),
                draft.capabilities(),
                draft.allocationPolicy(),
                draft.iotHubs(),
                draft.initialTwin(),
                draft.reprovisionPolicy(),
                draft.provisioningStatus(),
                draft.customAllocation());
    }

    private static Map<String, Object> tree(byte[] json) {
        return JsonText.parseObject(json).members();
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
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
