package io.fairlead.adapters.wire.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.device.TwinDocument;
import io.fairlead.domain.fixture.SomeTpms;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.tpm.TpmKeys;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRegistrationBodyTest {
    private static final RegistrationId ID = new RegistrationId("dev-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"registrationId\":\"dev-1\"}",
                "{\"registrationId\":\"DEV-1\"}",
                "{\"registrationId\":null,\"payload\":null}",
                "{\"tomorrow\":{\"a\":[1]},\"registrationId\":\"dev-1\"}"
            })
    void readShouldAcceptBodiesThatNameNobodyElse(String body) {
        assertThat(read(body).payload()).isEmpty();
    }

    /** The Java client sends its payload as a string; others send the value. */
    @Test
    void readShouldTakeAnyJsonValueForAPayload() {
        assertThat(read("{\"payload\":{\"a\":1}}").payload()).contains(payload(Map.of("a", 1L)));
        assertThat(read("{\"payload\":\"{\\\"a\\\":1}\"}").payload()).contains(payload("{\"a\":1}"));
        assertThat(read("{\"payload\":[1,\"x\"]}").payload()).contains(payload(List.of(1L, "x")));
        assertThat(read("{\"payload\":0}").payload()).contains(payload(0L));
        assertThat(read("{\"payload\":false}").payload()).contains(payload(false));
    }

    @ParameterizedTest(name = "{0} is refused because of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"registrationId\":\"dev-2\"}|registrationId",
                "{\"registrationId\":\"\"}|registrationId",
                "{\"registrationId\":7}|registrationId",
                "{\"csr\":\"MIIB\"}|csr",
                "{\"tpm\":7}|tpm",
                "{\"tpm\":{}}|tpm.endorsementKey",
                "{\"tpm\":{\"endorsementKey\":\"\"}}|tpm.endorsementKey",
                "{\"tpm\":{\"endorsementKey\":\"----\"}}|tpm.endorsementKey",
            })
    void readShouldNameTheFieldThatIsWrong(String body, String field) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(ProvisioningException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(e.problem().facts()).containsEntry("field", field);
            assertThat(e.problem().detail()).startsWith(field + " ");
        });
    }

    @Test
    void readShouldTakeBothKeysOfATpm() {
        assertThat(read(tpm(EndorsementKeys.WHOLE, SomeTpms.someRootKey().bytes()))
                        .tpm())
                .contains(new TpmKeys(SomeTpms.publishedEndorsementKey(), SomeTpms.someRootKey()));
    }

    @Test
    void readShouldNameTheKeyThatIsCutOffAtWhateverByte() {
        for (int length = 0; length < EndorsementKeys.WHOLE.length; length++) {
            byte[] cut = Arrays.copyOf(EndorsementKeys.WHOLE, length);
            assertRefused(tpm(cut, EndorsementKeys.WHOLE), "tpm.endorsementKey");
            assertRefused(tpm(EndorsementKeys.WHOLE, cut), "tpm.storageRootKey");
        }
    }

    /** The bytes of the one that is published. */
    private static final class EndorsementKeys {
        private static final byte[] WHOLE = SomeTpms.publishedEndorsementKey().bytes();
    }

    private static String tpm(byte[] endorsementKey, byte[] rootKey) {
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"tpm\":{\"endorsementKey\":\"" + base64.encodeToString(endorsementKey) + "\",\"storageRootKey\":\""
                + base64.encodeToString(rootKey) + "\"}}";
    }

    private static void assertRefused(String body, String field) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(ProvisioningException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(e.problem().facts()).containsEntry("field", field);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[]", "null", "\"dev-1\"", " ", "{\"a\":1,\"a\":2}", "{\"payload\":}"})
    void readShouldRefuseWhatIsNoObject(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOfSatisfying(ProvisioningException.class, e -> {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(e.problem().detail()).startsWith("the JSON text ");
        });
    }

    private static DeviceRegistrationBody read(String body) {
        return DeviceRegistrationBody.read(body.getBytes(UTF_8), ID);
    }

    private static TwinDocument payload(Object value) {
        return new TwinDocument(Map.of("payload", value));
    }
}
