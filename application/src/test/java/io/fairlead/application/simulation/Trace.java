package io.fairlead.application.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in a lifetime, line by line; costs nothing unless somebody wants to read it. */
final class Trace {
    private final boolean wanted;
    private final List<String> lines = new ArrayList<>();

    Trace(boolean wanted) {
        this.wanted = wanted;
    }

    void add(Supplier<String> line) {
        if (wanted) {
            lines.add(line.get());
        }
    }

    String text() {
        return String.join(System.lineSeparator(), lines);
    }
}
