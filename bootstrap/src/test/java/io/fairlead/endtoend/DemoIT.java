package io.fairlead.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer runs it. */
class DemoIT {

    @Test
    void demoShouldPlayFourStoriesAndLeaveNothing(@TempDir Path directory) throws Exception {
        ServerOptions options = ServerOptions.in(directory.resolve("not-used"))
                .withJvmOptions("-Xmx512m", "-Djava.io.tmpdir=" + directory);

        FinishedProcess demo = FinishedProcess.of(options, "demo");

        assertThat(demo.status()).as(demo.output()).isZero();
        assertThat(demo.output().lines())
                .anyMatch(line -> line.startsWith("1. Geolocation"))
                .anyMatch(line -> line.startsWith("2. Multi-tenancy"))
                .anyMatch(line -> line.startsWith("3. Solution change"))
                .anyMatch(line -> line.startsWith("4. Quarantine"))
                .anyMatch(line -> line.startsWith("All four stories ended as told."))
                .noneMatch(line -> line.contains("WARN") || line.contains("ERROR") || line.contains("SEVERE"));
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("fairlead")))
                    .isEmpty();
        }
        assertThat(directory.resolve("not-used")).doesNotExist();
    }
}
