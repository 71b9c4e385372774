package io.fairlead.adapters.hubsim.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The script in a text that operators keep, taken anew when the text is another; its counts then begin anew. Was checked
 * when it was saved. Thread-safe.
 */
public final class StoredFaultScript implements Supplier<FaultScript> {
    private final Supplier<String> text;
    private volatile Parsed parsed = new Parsed("", FaultScript.NONE);

    /** @param text asked at every call; empty for no faults */
    public StoredFaultScript(Supplier<String> text) {
        this.text = text;
    }

    private record Parsed(String text, FaultScript script) {}

    /** The script in force now. */
    @Override
    public FaultScript get() {
        String now = text.get();
        Parsed known = parsed;
        return known.text().equals(now) ? known.script() : parse(now);
    }

    private synchronized FaultScript parse(String now) {
        if (!parsed.text().equals(now)) {
            parsed = new Parsed(now, FaultScript.parse(lines(now)));
        }
        return parsed.script();
    }

    /** What is wrong with a text, naming the line; empty when it can be followed. */
    public static Optional<String> fault(String text) {
        try {
            FaultScript.parse(lines(text));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The rules of a text, one a line. */
    static List<String> lines(String text) {
        return text.lines().toList();
    }
}
