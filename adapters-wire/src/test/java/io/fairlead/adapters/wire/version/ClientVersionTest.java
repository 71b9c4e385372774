package io.fairlead.adapters.wire.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientVersionTest {

    @ParameterizedTest
    @CsvSource({
        "2019-03-31, true",
        "com.microsoft.azure.sdk.iot.dps.dps-device-client/2.1.3 (17.0.15; Linux; amd64), true",
        "azure-iot-provisioning-device/1.9.1, false",
        "1.15.0, false",
        "'azure-iot-device-provisioning-py/2.14.0(3.11.7;Linux)', false",
        "'', false"
    })
    void losesEarlyAnswersShouldFindTheJavaClientAlone(String text, boolean expected) {
        assertThat(new ClientVersion(text).losesEarlyAnswers("2019-03-31")).isEqualTo(expected);
    }
}
