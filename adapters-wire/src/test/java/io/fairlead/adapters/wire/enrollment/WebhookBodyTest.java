package io.fairlead.adapters.wire.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.version.ApiVersion;
import io.fairlead.application.administration.DraftField;
import io.fairlead.application.administration.EnrollmentDraft;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.CustomAllocation;
import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeGroups;
import io.fairlead.domain.identity.RegistrationId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The webhook of an entry: read, shown whole to operators, masked to itself. */
class WebhookBodyTest {
    private static final String URL = "https://allocate.example.com/api/hub?code=s3cret";
    private static final ApiVersion NOW = ApiVersion.parse("2021-10-01");
    private static final ApiVersion OLD = ApiVersion.parse("2018-04-01");
    private static final String BODY = """
            {"registrationId":"some-device","attestation":{"type":"symmetricKey"},"allocationPolicy":"custom",
             "customAllocationDefinition":{"webhookUrl":"%s","apiVersion":"2019-03-31"}}
            """.formatted(URL);

    @Test
    void individualShouldReadTheWebhook() {
        EnrollmentDraft draft = read(NOW);
        assertThat(draft.allocationPolicy()).contains(AllocationPolicy.CUSTOM);
        assertThat(draft.customAllocation())
                .contains(new CustomAllocation(CustomAllocation.address(URL), "2019-03-31"));
    }

    @Test
    void individualShouldHaveNoWordsForTheWebhookWhenTheVersionIsOld() {
        EnrollmentDraft draft = read(OLD);
        assertThat(draft.customAllocation()).isEmpty();
        assertThat(draft.unsayable()).contains(DraftField.ALLOCATION);
    }

    @Test
    void refusalShouldNotQuoteTheSecret() {
        String bad = BODY.replace("https://", "https://user@");
        assertThatThrownBy(() -> EnrollmentBody.individual(bytes(bad), new RegistrationId("some-device"), NOW))
                .hasMessageContaining("customAllocationDefinition.webhookUrl")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void writeShouldShowTheWebhookToVersionsThatHaveIt() {
        var entry = SomeEnrollments.anEnrollment().withWebhook(URL).build();
        String shown = text(EnrollmentJson.write(entry, NOW, EnrollmentJson.Keys.BLANKED));
        assertThat(shown)
                .contains("\"customAllocationDefinition\":{\"webhookUrl\":\"" + URL
                        + "\",\"apiVersion\":\"2021-10-01\"}");
        assertThat(text(EnrollmentJson.write(entry, OLD, EnrollmentJson.Keys.BLANKED)))
                .doesNotContain("customAllocationDefinition");
    }

    @Test
    void webhookShouldSeeTheEntryWithoutSecrets() {
        Map<String, Object> request = new LinkedHashMap<>();
        var entry = SomeEnrollments.fullEnrollment();
        EntryForWebhook.put(request, entry, "2021-10-01");
        String shown = text(JsonText.write(request));
        assertThat(shown)
                .startsWith("{\"individualEnrollment\":{\"registrationId\":\"Full-Device:1\"")
                .contains("\"attestation\":{\"type\":\"symmetricKey\"}")
                .contains("\"webhookUrl\":\"https://allocate.example.com/api/hub?***\"")
                .contains("\"etag\":", "\"iotHubs\":", "\"initialTwin\":", "\"reprovisionPolicy\":")
                .doesNotContain("some-secret", "Key\":");
        SymmetricKeys keys = entry.terms()
                .attestation()
                .match(x509 -> fail("no keys"), symmetric -> symmetric.keys(), tpm -> fail("no keys"));
        assertThat(shown).doesNotContain(keys.primary().base64());
    }

    @Test
    void webhookShouldSeeAGroupAtItsVersion() {
        Map<String, Object> request = new LinkedHashMap<>();
        EntryForWebhook.put(request, SomeGroups.fullGroup(), "2018-09-01-preview");
        String shown = text(JsonText.write(request));
        assertThat(shown)
                .startsWith("{\"enrollmentGroup\":{\"enrollmentGroupId\":")
                .doesNotContain("capabilities");
    }

    private static EnrollmentDraft read(ApiVersion version) {
        return EnrollmentBody.individual(bytes(BODY), new RegistrationId("some-device"), version);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
