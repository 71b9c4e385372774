package io.fairlead.benchmarks.patched;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the sources of this build are: the top of the project, or one step below it. */
final class Project {
    private Project() {}

    static Path resolve(String path) {
        return Stream.of(".", "..")
                .map(place -> Path.of(place).toAbsolutePath().normalize())
                .filter(place -> Files.isDirectory(place.resolve("benchmarks/planted")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("run this in the project's folder"))
                .resolve(path);
    }
}
