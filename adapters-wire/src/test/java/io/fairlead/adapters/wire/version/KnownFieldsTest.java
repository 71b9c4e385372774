package io.fairlead.adapters.wire.version;

import static io.fairlead.application.administration.DraftField.ALLOCATION;
import static io.fairlead.application.administration.DraftField.CAPABILITIES;
import static io.fairlead.application.administration.DraftField.DEVICE_INFORMATION;
import static io.fairlead.application.administration.DraftField.REPROVISION_POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goldens: what each version that was ever sent has no words for. */
class KnownFieldsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2017-08-31-preview", "2017-11-15", "2018-04-01"})
    void theFirstVersionsShouldKnowNoPoliciesAndNoHubLists(String version) {
        assertThat(KnownFields.unknownOfIndividual(ApiVersion.parse(version)))
                .containsExactlyInAnyOrder(REPROVISION_POLICY, ALLOCATION, DEVICE_INFORMATION);
        assertThat(KnownFields.unknownOfGroup(ApiVersion.parse(version)))
                .containsExactlyInAnyOrder(REPROVISION_POLICY, ALLOCATION, DEVICE_INFORMATION, CAPABILITIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-09-01-preview", "2018-11-01", "2019-01-15"})
    void theNextVersionsShouldKnowNoCapabilitiesOfGroups(String version) {
        assertThat(KnownFields.unknownOfIndividual(ApiVersion.parse(version))).isEmpty();
        assertThat(KnownFields.unknownOfGroup(ApiVersion.parse(version))).containsExactly(CAPABILITIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-03-31", "2021-10-01", "2026-04-01"})
    void laterVersionsShouldKnowEverything(String version) {
        assertThat(KnownFields.unknownOfIndividual(ApiVersion.parse(version))).isEmpty();
        assertThat(KnownFields.unknownOfGroup(ApiVersion.parse(version))).isEmpty();
    }
}
