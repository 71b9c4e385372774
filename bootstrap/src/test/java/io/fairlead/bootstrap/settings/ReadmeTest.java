package io.fairlead.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configuration table of the README and the catalogue say the same. */
class ReadmeTest {

    private static List<String> rows;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("../README.md"))) {
            rows = lines.filter(line -> line.startsWith("|")).toList();
        }
    }

    static Stream<Setting<?>> everySetting() {
        return Catalogue.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("everySetting")
    void readmeShouldListEverySettingWithItsDefault(Setting<?> setting) {
        String name = "`" + Setting.environmentName(setting.key()) + "`";

        assertThat(rows)
                .filteredOn(row -> row.contains(name))
                .as(name)
                .singleElement()
                .satisfies(row -> setting.fallback().stream()
                        .flatMap(text -> Stream.of(text.split(",")))
                        .forEach(part -> assertThat(row).contains(part)));
    }
}
