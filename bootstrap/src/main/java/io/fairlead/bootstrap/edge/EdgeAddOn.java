package io.fairlead.bootstrap.edge;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;

/**
 * Puts the filter into the chain of every listener. The container offers no door of its own for that; but for a listener with comet support it asks its service
 * registry for an add-on named "comet", and {@code META-INF/hk2-locator/default} of the launcher's jar names this one ahead of the container's.
 */
public final class EdgeAddOn implements AddOn {

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder chain) {
        chain.add(chain.indexOfType(HttpServerFilter.class), new EdgeFilter());
    }
}
