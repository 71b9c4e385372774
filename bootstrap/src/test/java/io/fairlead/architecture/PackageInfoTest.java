package io.fairlead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 22: every package says what lives there and what it may touch; a package of tests may do so in main. */
class PackageInfoTest {
    static List<Path> modules() {
        return SourceTree.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageShouldBeDescribed(Path module) {
        assertThat(SourceTree.undescribed(module.resolve("src/main/java"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyPackageOfTestsShouldBeDescribed(Path module) {
        Path main = module.resolve("src/main/java");
        Path test = module.resolve("src/test/java");
        assertThat(SourceTree.undescribed(test).stream()
                        .filter(folder -> !Files.exists(main.resolve(test.relativize(folder)))))
                .isEmpty();
    }

    @Test
    void thisModuleShouldBeAmongThem() {
        assertThat(modules())
                .extracting(module -> module.getFileName().toString())
                .contains("bootstrap", "domain");
    }

    @Test
    void undescribedShouldReportPackageWithoutDescription(@TempDir Path sources) throws IOException {
        Path described = Files.createDirectories(sources.resolve("a/described"));
        Path bare = Files.createDirectories(sources.resolve("a/bare"));
        Files.createFile(described.resolve("package-info.java"));
        Files.createFile(described.resolve("Thing.java"));
        Files.createFile(bare.resolve("Thing.java"));
        assertThat(SourceTree.undescribed(sources)).containsExactly(bare);
    }
}
