package io.fairlead.adapters.amqp.engine;

import java.util.Map;

/**
 * An error as AMQP says it (AMQP 1.0, part 2.8.14).
 *
 * @param condition a symbol, such as {@code amqp:not-found}
 * @param info numbers by name; clients in C read no wider type than int
 */
public record Fault(String condition, String description, Map<String, Integer> info) {
    public Fault {
        info = Map.copyOf(info);
    }

    public Fault(String condition, String description) {
        this(condition, description, Map.of());
    }
}
