package io.fairlead.adapters.wire.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.application.problem.ProvisioningException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiVersionTest {

    /** All that shipped clients have sent, some that only specifications name, and one of tomorrow. */
    @ParameterizedTest(name = "{0} predates reprovisioning: {1}")
    @CsvSource({
        "2017-08-31-preview, true",
        "2017-11-15, true",
        "2018-04-01, true",
        "2018-04-01-preview, true",
        "2018-04-02, false",
        "2018-09-01-preview, false",
        "2018-11-01, false",
        "2019-01-15, false",
        "2019-03-31, false",
        "2021-06-01, false",
        "2021-10-01, false",
        "2021-11-01-preview, false",
        "2025-07-01-preview, false",
        "2026-04-01, false",
        "2099-12-31, false",
    })
    void parseShouldAcceptEveryVersionFromTheFirstOn(String text, boolean legacy) {
        ApiVersion version = ApiVersion.parse(text);

        assertThat(version).hasToString(text);
        assertThat(version.predatesReprovisioning()).isEqualTo(legacy);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void parseShouldSayWhatToSendWhenThereIsNone(String text) {
        assertThatThrownBy(() -> ApiVersion.parse(text))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("is missing; send one such as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                "2019",
                "2019-3-31",
                "2019-03-31-beta",
                "2019-03-31-Preview",
                " 2019-03-31",
                "2019-03-31 ",
                "2019-02-30",
                "2019-13-01",
                "0000-00-00",
                "2019-03-31;drop",
                "٢٠١٩-٠٣-٣١"
            })
    void parseShouldRefuseWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> ApiVersion.parse(text))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageEndingWith("; send one such as 2019-03-31 or 2021-10-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-08-30", "2017-08-30-preview", "2016-01-01", "0001-01-01"})
    void parseShouldRefuseVersionsOlderThanTheFirst(String text) {
        assertThatThrownBy(() -> ApiVersion.parse(text))
                .isInstanceOf(ProvisioningException.class)
                .hasMessageContaining("older than 2017-08-31-preview");
    }
}
