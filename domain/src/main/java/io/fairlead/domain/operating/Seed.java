package io.fairlead.domain.operating;

import io.fairlead.domain.enrollment.EntryStamp;

/**
 * What a setting has already put into the stores, so that it does so once and operators have the last word.
 *
 * @param what it was about, such as {@code linked-hubs}
 * @param value what it put there, or a fingerprint of it
 */
public record Seed(String what, String value, EntryStamp stamp) implements OperatorRecord {
    @Override
    public String key() {
        return what;
    }
}
