package io.fairlead.application.move;

import io.fairlead.application.fake.HubCall;
import io.fairlead.application.fake.HubFault;
import io.fairlead.application.fake.HubFaultScript;
import io.fairlead.application.fake.StoreFaults;
import io.fairlead.application.port.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The moments of a scene at which something can happen: before and after every call of a hub, and after every commit.
 * They are counted while it is armed; at one of them it acts, and at every one it lets somebody watch.
 */
final class Moments implements HubFaultScript, StoreFaults {
    private final List<Consumer<String>> watchers = new ArrayList<>();
    private HubFaultScript weather = HubFaultScript.NONE;
    private Runnable act = () -> {};
    private int due = Integer.MAX_VALUE;
    private int passed;
    private boolean armed;
    private HubFault next = HubFault.NONE;
    private String struck = "";

    /** Acts at the moment of this number from now on, once. */
    void actAt(int number, Runnable what) {
        due = number;
        act = what;
        passed = 0;
        armed = true;
        struck = "";
    }

    /** Lets somebody else look at every moment too, armed or not. */
    void watchedBy(Consumer<String> watcher) {
        watchers.add(watcher);
    }

    /**
     * Fails at the moment of this number from now on, once: a call of a hub with this fault or, where that makes no
     * sense, without an answer; a commit without an answer.
     */
    void failAt(int number, HubFault fault) {
        actAt(number, () -> next = fault);
    }

    /** Faults that last. */
    void weather(HubFaultScript script) {
        weather = script;
    }

    /** Where it acted; empty while it has not. */
    String struck() {
        return struck;
    }

    boolean hasActed() {
        return !struck.isEmpty();
    }

    @Override
    public HubFault at(HubCall call, HubCall.Moment moment) {
        pass(moment + " " + call.method() + " on " + call.hub());
        HubFault once = taken();
        return once == HubFault.NONE ? weather.at(call, moment) : once.fits(moment) ? once : HubFault.TIMED_OUT;
    }

    @Override
    public void at(Call call) {
        if (call == Call.AFTER_COMMIT) {
            pass(call.name());
            if (taken() != HubFault.NONE) {
                throw new StoreException("the commit was not answered", null);
            }
        }
    }

    private HubFault taken() {
        HubFault fault = next;
        next = HubFault.NONE;
        return fault;
    }

    private void pass(String where) {
        watchers.forEach(watcher -> watcher.accept(where));
        if (!armed || ++passed != due) {
            return;
        }
        armed = false;
        struck = "at moment " + due + ", " + where;
        act.run();
    }
}
