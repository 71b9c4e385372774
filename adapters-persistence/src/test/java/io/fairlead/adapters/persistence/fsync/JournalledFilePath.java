package io.fairlead.adapters.persistence.fsync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk that writes down, in a {@link DiskJournal}, what reached its cache and what was forced out of it. */
public final class JournalledFilePath extends FilePathWrapper {
    /** To be put between {@code fsync:} and the rest of a path. */
    public static final String PREFIX = "journalled:";

    private static volatile DiskJournal journal = new DiskJournal();

    /** Makes the scheme known and begins a new journal, of the one file that is opened next. */
    public static DiskJournal begin() {
        FilePath.register(new JournalledFilePath());
        journal = new DiskJournal();
        return journal;
    }

    @Override
    public String getScheme() {
        return PREFIX.substring(0, PREFIX.length() - 1);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new JournalledChannel(super.open(mode), journal);
    }

    private static final class JournalledChannel extends FileBase {
        private final FileChannel file;
        private final DiskJournal journal;

        JournalledChannel(FileChannel file, DiskJournal journal) {
            this.file = file;
            this.journal = journal;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            int written = file.write(source, position);
            journal.written(position, bytes, written);
            return written;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            throw new UnsupportedOperationException("H2 is expected to write at positions");
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            journal.truncated(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
            journal.forced();
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long newPosition) throws IOException {
            file.position(newPosition);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
