package io.fairlead.benchmarks.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The fault script as a server watches it. */
final class FaultFile {
    private FaultFile() {}

    /** Replaces the whole at once: half a script would be ignored. */
    static void write(Path file, String script) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "faults", ".txt");
            Files.writeString(fresh, script);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
