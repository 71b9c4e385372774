package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.identity.PrivateFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory that belongs to one server alone for as long as its process lives. */
record DataDirectory(Path path, FileLock lock) {

    /** Makes the directory when it is missing. The lock falls with the process, however that ends. */
    static DataDirectory open(Path path) {
        try {
            PrivateFile.directory(path);
            FileChannel channel = FileChannel.open(
                    path.resolve("fairlead.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(path);
            }
            return new DataDirectory(path, lock);
        } catch (OverlappingFileLockException e) {
            throw inUse(path);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new StartFailure("The data directory %s cannot be used (%s). Set FAIRLEAD_DATA_DIR."
                    .formatted(path, e.getMessage()));
        }
    }

    private static StartFailure inUse(Path path) {
        return new StartFailure(
                "Another server uses the data directory %s. Stop it or set FAIRLEAD_DATA_DIR.".formatted(path));
    }

    Path resolve(String name) {
        return path.resolve(name);
    }
}
