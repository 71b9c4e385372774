package io.fairlead.domain.operating;

import io.fairlead.domain.enrollment.EntryStamp;

/**
 * The faults that the simulated hubs of all nodes shall have.
 *
 * @param text one rule a line, checked when it was saved
 */
public record FaultScriptText(String text, EntryStamp stamp) implements OperatorRecord {
    /** There is one of them. */
    public static final String KEY = "fault-script";

    @Override
    public String key() {
        return KEY;
    }
}
