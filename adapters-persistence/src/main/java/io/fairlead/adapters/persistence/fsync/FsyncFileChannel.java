package io.fairlead.adapters.persistence.fsync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Optional;
import org.h2.store.fs.FileBase;

/**
 * Writes through to the disk, in an order from which every acknowledged commit can be found again.
 *
 * <p>H2 stores all transactions that wait to commit in one chunk, in one write under one lock, and finds the newest chunk
 * again from the file's header and end. Left alone it may not, in two ways. It believes in a chunk whose first and last
 * bytes are there, though a disk that lost power may lack what is between. And when a chunk goes to a place that was not
 * foretold, the header that H2 then writes names the chunk before it (seen in 2.5.252: after the process was killed, the
 * last commit was gone). So here a chunk's end is written when the rest is safe, and together with it a copy of the header
 * that names it; the other copy still names the chunk before. Two forces a chunk, however many transactions are in it.
 */
final class FsyncFileChannel extends FileBase {
    private final FileChannel file;

    /** The newest chunk written here; empty until there is one. */
    private Optional<ChunkMark> newest = Optional.empty();

    /** The header as it was found; its copies differ from it only in the chunk that they name. */
    private Optional<StoreHeader> header = Optional.empty();

    /** The copy of the header that is written next: 0 or 1. */
    private int copy;

    FsyncFileChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        int length = source.remaining();
        Optional<ChunkMark> chunk = ChunkMark.of(source, position);
        if (chunk.isPresent()) {
            writeChunk(source, position, chunk.get());
        } else if (isStaleHeader(source, position)) {
            source.position(source.limit());
        } else {
            writeFully(source, position);
            file.force(false);
        }
        return length;
    }

    private void writeChunk(ByteBuffer source, long position, ChunkMark chunk) throws IOException {
        int body = Math.max(0, source.remaining() - StoreHeader.SECTOR);
        ByteBuffer end = source.slice(source.position() + body, source.remaining() - body);
        writeFully(source.slice(source.position(), body), position);
        file.force(false);
        writeFully(end, position + body);
        if (isNew(chunk)) name(chunk);
        file.force(false);
        source.position(source.limit());
    }

    /** A chunk that was only moved keeps its version; the header then stays with its old copy until H2 has forced all. */
    private boolean isNew(ChunkMark chunk) {
        return newest.map(known -> chunk.version() > known.version()).orElse(true);
    }

    private void name(ChunkMark chunk) throws IOException {
        if (newest.isEmpty()) findHeader();
        if (header.isPresent()) {
            writeFully(header.get().naming(chunk).sector(), (long) copy * StoreHeader.BLOCK);
            copy = 1 - copy;
        }
        newest = Optional.of(chunk);
    }

    /** The newer copy is kept until a still newer one is safe. */
    private void findHeader() throws IOException {
        Optional<StoreHeader> first = readCopy(0);
        Optional<StoreHeader> second = readCopy(1);
        boolean firstIsNewer = version(first) > version(second);
        header = firstIsNewer ? first : second;
        copy = firstIsNewer ? 1 : 0;
    }

    private boolean isStaleHeader(ByteBuffer source, long position) {
        return position == 0
                && newest.isPresent()
                && StoreHeader.of(source)
                        .filter(header -> header.version() < newest.get().version())
                        .isPresent();
    }

    private Optional<StoreHeader> readCopy(int number) throws IOException {
        ByteBuffer sector = ByteBuffer.allocate(StoreHeader.SECTOR);
        file.read(sector, (long) number * StoreHeader.BLOCK);
        return StoreHeader.of(sector.flip());
    }

    private static long version(Optional<StoreHeader> header) {
        return header.map(StoreHeader::version).orElse(-1L);
    }

    private void writeFully(ByteBuffer source, long position) throws IOException {
        long next = position;
        while (source.hasRemaining()) {
            next += file.write(source, next);
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = write(source, file.position());
        file.position(file.position() + written);
        return written;
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return file.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return file.read(target);
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
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public String toString() {
        return "fsync:" + file;
    }
}
