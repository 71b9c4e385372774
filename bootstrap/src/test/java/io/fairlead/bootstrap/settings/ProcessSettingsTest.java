package io.fairlead.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessSettingsTest {

    @Test
    void mergeShouldLetLaterLayersWinUnderWhateverNameTheyUse() {
        assertThat(ProcessSettings.merge(
                        Map.of("fairlead.http.port", "1", "fairlead.bind", "127.0.0.2"),
                        Map.of("FAIRLEAD_HTTP_PORT", "2", "PATH", "/bin"),
                        Map.of("fairlead.https.port", "3")))
                .containsOnly(
                        Map.entry("fairlead.http.port", "2"),
                        Map.entry("fairlead.bind", "127.0.0.2"),
                        Map.entry("fairlead.https.port", "3"));
    }

    @Test
    void mergeShouldNotLetABlankTextHideAnother() {
        assertThat(ProcessSettings.merge(Map.of("fairlead.http.port", "1"), Map.of("FAIRLEAD_HTTP_PORT", "")))
                .containsEntry("fairlead.http.port", "1");
    }

    @Test
    void mergeShouldRefuseAnUnknownNameInAnyLayer() {
        Map<String, String> wrong = Map.of("FAIRLEAD_HTTP_PROT", "1");

        assertThatThrownBy(() -> ProcessSettings.merge(wrong, Map.of())).isInstanceOf(SettingsProblem.class);
    }
}
