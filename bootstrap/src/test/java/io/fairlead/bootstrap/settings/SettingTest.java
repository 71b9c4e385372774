package io.fairlead.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fairlead.http.port              | 80a
            fairlead.http.port              | -1
            fairlead.https.port             | 65536
            fairlead.mqtts.port             | on
            fairlead.amqps.port             | yes
            fairlead.websocket              | yes
            fairlead.devices.java-delay     | 3s
            fairlead.bind                   | localhost
            fairlead.bind                   | 300.0.0.1
            fairlead.host.names             | a,,b
            fairlead.host.names             | -a.example.com
            fairlead.host.names             | a.example.com,A.example.com
            fairlead.database.url           | postgresql://db/fairlead
            fairlead.database.connections   | 1
            fairlead.id-scope               | 0nea1b2c3d4
            fairlead.id-scope               | 0neA1B2C3D
            fairlead.instance.id            | two words
            fairlead.hubs.simulated         | hub-1
            fairlead.hubs.simulated         | a.example.com;b.example.com
            fairlead.start.timeout          | 0s
            fairlead.keep.look-again        | ten minutes
            fairlead.keep.look-again        | -5m
            fairlead.keep.looks-per-minute  | 0
            fairlead.operations.retry-after | 1500ms
            fairlead.operations.retry-after | 31s
            fairlead.quotas.enrollments     | 0
            fairlead.quotas.polls-per-device | none
            """)
    void readingShouldNameTheSettingAndItsTextWhenItIsNotAsExpected(String key, String text) {
        assertThatThrownBy(() -> Settings.from(SettingsSource.of(Map.of(key, text))))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageStartingWith(
                        "%s (%s) is \"%s\": it must be ".formatted(Setting.environmentName(key), key, text));
    }

    @Test
    void readingShouldNotQuoteASecret() {
        assertThatThrownBy(() -> Settings.from(SettingsSource.of(Map.of("fairlead.service.owner-key", "too short"))))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("FAIRLEAD_SERVICE_OWNER_KEY")
                .hasMessageNotContaining("too short");
    }

    @Test
    void readingShouldTakeABlankTextAsNotSet() {
        assertThat(Catalogue.HTTP_PORT.in(SettingsSource.of(Map.of("fairlead.http.port", " "))))
                .isEqualTo(8080);
    }

    @Test
    void environmentNameShouldFollowTheRuleOfMicroProfileConfig() {
        assertThat(Setting.environmentName("fairlead.keep.look-again")).isEqualTo("FAIRLEAD_KEEP_LOOK_AGAIN");
    }
}
