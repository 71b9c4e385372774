package io.fairlead.bootstrap.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What some files hold. They are looked at when somebody asks, every two seconds at most, and read again when one of them
 * changed; while they cannot be used, as between the writing of two that belong together, what was read before stays in
 * force, and the log says so once for each state of theirs.
 */
public final class FreshFiles<T> implements Supplier<T> {
    private static final System.Logger LOG = System.getLogger(FreshFiles.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final List<Path> files;
    private final Reader<T> reader;
    private final InstantSource clock;
    private volatile T newest;
    private volatile Instant looked;
    private List<State> read;
    private List<State> refused = List.of();

    /** Reads the files and makes something of them. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws RuntimeException with a message for the operator, when they are not what they should be */
        T read() throws IOException;
    }

    private record State(Instant modified, long bytes, Object key) {}

    /** Reads them for the first time. @throws IOException or what the reader throws, when they cannot be used */
    public FreshFiles(List<Path> files, Reader<T> reader, InstantSource clock) throws IOException {
        this.files = List.copyOf(files);
        this.reader = reader;
        this.clock = clock;
        this.read = states();
        this.newest = reader.read();
        this.looked = clock.instant();
    }

    @Override
    public T get() {
        if (isTimeToLook()) look();
        return newest;
    }

    private boolean isTimeToLook() {
        return !clock.instant().isBefore(looked.plus(BETWEEN_LOOKS));
    }

    private synchronized void look() {
        if (!isTimeToLook()) return;
        looked = clock.instant();
        List<State> now = List.of();
        try {
            now = states();
            if (now.equals(read)) return;
            newest = reader.read();
            read = now;
            LOG.log(System.Logger.Level.INFO, "{0} changed and are in force now", files);
        } catch (IOException | RuntimeException e) {
            warnOnce(now, e);
        }
    }

    private void warnOnce(List<State> now, Exception problem) {
        if (now.isEmpty() || !now.equals(refused)) {
            refused = now;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} changed and cannot be used, what was read before stays in force: {1}",
                    files,
                    problem.getMessage());
        }
    }

    private List<State> states() throws IOException {
        List<State> states = new ArrayList<>();
        for (Path file : files) {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            states.add(new State(is.lastModifiedTime().toInstant(), is.size(), is.fileKey()));
        }
        return states;
    }
}
