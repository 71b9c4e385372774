package io.fairlead.domain.reprovisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README prints is what the tests hold the code to; on failure, paste what is expected. */
class ReadmeTablesTest {
    private static final Map<String, String> TABLES = Map.of(
            "decisions", ReadmeTables.decisions(),
            "targets", ReadmeTables.targets(),
            "plans", ReadmeTables.plans());

    @ParameterizedTest
    @ValueSource(strings = {"decisions", "targets", "plans"})
    void readmeShouldPrintTheTable(String name) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String printed = between(readme, "<!-- " + name + ": begin -->", "<!-- " + name + ": end -->");
        assertThat(printed.strip()).isEqualTo(TABLES.get(name));
    }

    private static String between(String text, String begin, String end) {
        assertThat(text).contains(begin, end);
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
    }
}
