package io.fairlead.bootstrap.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that goes when the process ends, however it is told to. */
final class PassingFolder {

    private PassingFolder() {}

    static Path make() {
        try {
            Path folder = Files.createTempDirectory("fairlead-demo-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "fairlead-folder-removal"));
            return folder;
        } catch (IOException e) {
            throw new StartFailure("There is no room for temporary files: " + e.getMessage());
        }
    }

    /** The server stops at the same time and may add a file meanwhile, so one pass may not be enough. */
    private static void delete(Path folder) {
        for (int passes = 0; passes < 20 && Files.exists(folder); passes++) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
                inner.forEach(PassingFolder::deleteOne);
            } catch (IOException | UncheckedIOException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
