package io.fairlead.adapters.persistence.fsync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happened to one file, in order; from it the file can be made as a power cut would have left it. */
public final class DiskJournal {
    private static final int SECTOR = 512;

    /** A change, or a force when it has no bytes. */
    private record Event(Kind kind, long position, byte[] bytes) {
        enum Kind {
            WRITE,
            TRUNCATE,
            FORCE
        }
    }

    private final List<Event> events = new ArrayList<>();
    private int forced;

    synchronized void written(long position, byte[] bytes, int length) {
        events.add(new Event(Event.Kind.WRITE, position, Arrays.copyOf(bytes, length)));
    }

    synchronized void truncated(long size) {
        events.add(new Event(Event.Kind.TRUNCATE, size, new byte[0]));
    }

    synchronized void forced() {
        events.add(new Event(Event.Kind.FORCE, 0, new byte[0]));
        forced = events.size();
    }

    /** How many events there were. */
    public synchronized int length() {
        return events.size();
    }

    /** Whether everything written is on the disk. */
    public synchronized boolean isAllForced() {
        return events.subList(forced, events.size()).stream().noneMatch(event -> event.kind() == Event.Kind.WRITE);
    }

    public synchronized long forces() {
        return events.stream().filter(event -> event.kind() == Event.Kind.FORCE).count();
    }

    public synchronized long writes() {
        return events.stream().filter(event -> event.kind() == Event.Kind.WRITE).count();
    }

    /**
     * Makes the file as it is found when the power went after so many events: what was forced is there; of what was
     * written after that, each sector is there or not, as chance has it.
     */
    public synchronized void cutAfter(int length, Random chance, Path file) {
        int safe = lastForceBefore(length);
        try (FileChannel disk = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (Event event : events.subList(0, safe)) whole(event, disk);
            for (Event event : events.subList(safe, length)) perhaps(event, disk, chance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int lastForceBefore(int length) {
        int last = length;
        while (last > 0 && events.get(last - 1).kind() != Event.Kind.FORCE) last--;
        return last;
    }

    private static void whole(Event event, FileChannel disk) throws IOException {
        if (event.kind() == Event.Kind.WRITE) disk.write(ByteBuffer.wrap(event.bytes()), event.position());
        if (event.kind() == Event.Kind.TRUNCATE) disk.truncate(event.position());
    }

    private static void perhaps(Event event, FileChannel disk, Random chance) throws IOException {
        if (event.kind() == Event.Kind.TRUNCATE && chance.nextBoolean()) disk.truncate(event.position());
        if (event.kind() != Event.Kind.WRITE) return;
        for (int at = 0; at < event.bytes().length; at += SECTOR) {
            int length = Math.min(SECTOR, event.bytes().length - at);
            if (chance.nextBoolean()) disk.write(ByteBuffer.wrap(event.bytes(), at, length), event.position() + at);
        }
    }
}
