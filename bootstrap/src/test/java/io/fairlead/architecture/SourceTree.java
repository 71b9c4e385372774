package io.fairlead.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source folders of all modules, seen from this one. */
final class SourceTree {
    private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

    private SourceTree() {}

    /** The folders of modules that hold a pom. */
    static List<Path> modules() {
        try (Stream<Path> folders = Files.list(MODULES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages under this folder that hold a source file but no package-info.java, as folders. */
    static List<Path> undescribed(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.walk(sources)) {
            return folders.filter(Files::isDirectory)
                    .filter(SourceTree::holdsSources)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
