package io.fairlead.bootstrap.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder the build made: the container's jars, its configuration as it came, and the WAR. It is never written to, so that many servers can run from it. */
record Installation(Path folder) {

    /** The folder that holds the jar of this class. */
    static Installation ofThisJar() {
        try {
            Path jar = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Installation(jar.getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path containerJar() {
        return folder.resolve("launch-micro.jar");
    }

    Path war() {
        return folder.resolve("fairlead.war");
    }

    Path logging() {
        return folder.resolve("logging.properties");
    }

    /**
     * Copies what the container writes to into a folder of its own. It is always a fresh copy: the container remembers what was deployed when it was killed, and
     * would deploy that first and again after it.
     */
    void copyMutablePartTo(Path target) {
        try {
            deleteTree(target);
            for (String part : List.of("config", "lib")) {
                copyTree(folder.resolve(part), target.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            for (Path path : list(tree, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        for (Path path : list(from, Comparator.naturalOrder())) {
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    private static List<Path> list(Path tree, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.sorted(order).toList();
        }
    }
}
