package io.fairlead.adapters.hubsim.fault;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The script in a file, looked at when it is used, at most five times a second: no thread waits for it. A file that
 * changed is read again and its counts begin anew; one that is gone means no faults; one that cannot be read or holds a
 * bad line is ignored whole, and what was in force stays. Thread-safe.
 */
public final class FaultScriptFile implements Supplier<FaultScript> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultScriptFile.class);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final String ABSENT = "absent";

    private final Path file;
    private final Clock clock;
    private final AtomicLong nextLook = new AtomicLong(Long.MIN_VALUE);
    private volatile FaultScript script = FaultScript.NONE;
    private volatile boolean isThere;
    private String seen = ABSENT;

    public FaultScriptFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The script in force now. */
    @Override
    public FaultScript get() {
        long now = clock.millis();
        long due = nextLook.get();
        if (now >= due && nextLook.compareAndSet(due, now + LOOK_EVERY_MILLIS)) {
            look();
        }
        return script;
    }

    /** The script in force now, or the other one where there is no file. */
    public FaultScript orElse(Supplier<FaultScript> other) {
        FaultScript inForce = get();
        return isThere ? inForce : other.get();
    }

    private synchronized void look() {
        String there = stamp();
        if (!there.equals(seen)) {
            seen = there;
            isThere = !there.equals(ABSENT);
            load(there);
        }
    }

    private String stamp() {
        try {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            return about.lastModifiedTime().toString() + " " + about.size() + " " + about.fileKey();
        } catch (IOException e) {
            return ABSENT;
        }
    }

    private void load(String stamp) {
        try {
            script = stamp.equals(ABSENT) ? FaultScript.NONE : FaultScript.parse(Files.readAllLines(file));
            LOG.info("Simulated hubs follow {} rules of {}", script.size(), file);
        } catch (CharacterCodingException e) {
            ignore("it is not UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            ignore(e.getMessage());
        }
    }

    private void ignore(String reason) {
        LOG.warn("Fault script {} is ignored, the one before it stays in force: {}", file, reason);
    }
}
