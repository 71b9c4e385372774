package io.fairlead.adapters.amqp.engine;

import java.util.Map;

/**
 * A link that a device wants.
 *
 * @param toService whether requests come by it; answers go by the other kind
 * @param address of its target when requests come by it, else of its source; empty when it names none
 * @param properties those that are texts
 */
public record LinkOffer(boolean toService, String address, Map<String, String> properties) {
    public LinkOffer {
        properties = Map.copyOf(properties);
    }
}
