package io.fairlead.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownKeysTest {

    @ParameterizedTest
    @CsvSource({
        "fairlead.http.port, fairlead.http.port",
        "FAIRLEAD_HTTP_PORT, fairlead.http.port",
        "FAIRLEAD_KEEP_LOOK_AGAIN, fairlead.keep.look-again"
    })
    void keyOfShouldFindTheKeyUnderBothItsNames(String name, String key) {
        assertThat(KnownKeys.keyOf(name, "1")).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "PATH, /bin",
        "java.version, 17",
        "io.fairlead.start, complete",
        "FAIRLEAD_JVM_OPTIONS, -Xmx2g",
        "FAIRLEAD_SERVICE_HOST, 10.0.0.1",
        "FAIRLEAD_SERVICE_PORT_HTTPS, 8443",
        "FAIRLEAD_PORT, tcp://10.0.0.1:8443",
        "FAIRLEAD_DB_PORT_5432_TCP_ADDR, 10.0.0.2"
    })
    void keyOfShouldPassOverNamesOfOthers(String name, String value) {
        assertThat(KnownKeys.keyOf(name, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fairlead.http.prot, fairlead.http.port",
        "fairlead.httpport, fairlead.http.port",
        "FAIRLEAD_DATABSE_URL, FAIRLEAD_DATABASE_URL",
        "FAIRLEAD_HOSTNAMES, FAIRLEAD_HOST_NAMES",
        "FAIRLEAD_DATA_DIRECTORY, FAIRLEAD_DATA_DIR"
    })
    void keyOfShouldSuggestTheNearestNameWhenItKnowsNone(String name, String nearest) {
        assertThatThrownBy(() -> KnownKeys.keyOf(name, "x"))
                .isInstanceOf(SettingsProblem.class)
                .hasMessage("%s is not a setting; did you mean %s?".formatted(name, nearest));
    }

    @Test
    void environmentNamesShouldBeDifferentForAllKeys() {
        assertThat(Catalogue.ALL)
                .extracting(setting -> Setting.environmentName(setting.key()))
                .doesNotHaveDuplicates();
    }
}
