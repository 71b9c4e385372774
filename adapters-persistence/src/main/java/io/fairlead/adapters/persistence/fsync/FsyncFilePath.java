package io.fairlead.adapters.persistence.fsync;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 under the scheme {@code fsync:}, over any other: a write returns when its bytes are on the disk.
 * H2 itself hands a committed transaction to the operating system and leaves the rest to it, which survives the end of
 * the process but not a power cut.
 *
 * <p>Used over {@code async:}, whose channels an interrupted thread does not close; over plain files one interrupt would
 * close the database for everybody.
 */
public final class FsyncFilePath extends FilePathWrapper {
    /** What to put between {@code jdbc:h2:} and the file's path. */
    public static final String PREFIX = "fsync:async:";

    private static final String SCHEME = "fsync";

    /** Makes the scheme known to the H2 that this class was loaded with. May be repeated. */
    public static void register() {
        FilePath.register(new FsyncFilePath());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        boolean isNew = !exists();
        FileChannel file = new FsyncFileChannel(super.open(mode));
        if (isNew) forceDirectory();
        return file;
    }

    /** Until its directory is on the disk too, a new file may be gone after a power cut. */
    private void forceDirectory() throws IOException {
        Path parent = plainPath().getParent();
        if (parent == null || !isPosix(parent)) return;
        try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path plainPath() {
        return Path.of(getBase().toString().replaceFirst("^([A-Za-z]{2,}:)+", ""))
                .toAbsolutePath();
    }

    /** Elsewhere a directory cannot be opened as a file. */
    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
