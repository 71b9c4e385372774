package io.fairlead.application.fake;

import io.fairlead.domain.device.HubDeviceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Everything that changed on all hubs, in the one order in which it happened. Thread-safe. */
public final class HubChangeLog {
    private final List<HubChange> changes = new ArrayList<>();
    private long last;

    synchronized void add(HubChange.Kind kind, HeldDevice device) {
        boolean enabled =
                kind != HubChange.Kind.DELETED && device.state().status().enabled();
        changes.add(new HubChange(++last, kind, device.key(), enabled, device.incarnation()));
    }

    public synchronized List<HubChange> changes() {
        return List.copyOf(changes);
    }

    /** The changes at one place. */
    public List<HubChange> of(HubDeviceKey key) {
        return changes().stream().filter(change -> change.key().equals(key)).toList();
    }

    /** Forgets what is logged; numbers go on. For simulations too long to keep everything. */
    public synchronized void clear() {
        changes.clear();
    }

    /** The changes after which a device id was enabled at more than one hub; empty when invariant I2 held. */
    public List<HubChange> enabledTwice() {
        return enabledTwice(key -> key.device().value());
    }

    /**
     * As {@link #enabledTwice()}, for devices whose device id may change with a move.
     *
     * @param owner the registration that a place belongs to
     */
    public List<HubChange> enabledTwice(Function<HubDeviceKey, String> owner) {
        Map<String, Set<HubDeviceKey>> enabled = new HashMap<>();
        List<HubChange> found = new ArrayList<>();
        for (HubChange change : changes()) {
            Set<HubDeviceKey> places = enabled.computeIfAbsent(owner.apply(change.key()), any -> new HashSet<>());
            if (!change.enabled()) {
                places.remove(change.key());
            } else if (places.add(change.key()) && places.size() > 1) {
                found.add(change);
            }
        }
        return found;
    }
}
