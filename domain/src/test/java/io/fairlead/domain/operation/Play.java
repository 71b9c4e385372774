package io.fairlead.domain.operation;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.operation.MapHubs.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A scenario played to its end, through whatever comes in between; promises are checked at every moment. */
final class Play {
    private final List<String> moments = new ArrayList<>();
    private final List<Map<HubDeviceKey, Held>> contents = new ArrayList<>();
    private final Map<Integer, Interruption.Kind> interruptions = new HashMap<>();
    private final boolean driftsForEver;
    private final Saga saga;
    private final Promises promises;

    private Play(Scenario scenario, boolean driftsForEver, Interruption... interruptions) {
        this.driftsForEver = driftsForEver;
        for (Interruption interruption : interruptions) {
            this.interruptions.put(interruption.point(), interruption.kind());
        }
        this.saga = scenario.begin(this::at);
        this.promises = new Promises(scenario, saga);
    }

    static Play of(Scenario scenario, Interruption... interruptions) {
        Play play = new Play(scenario, false, interruptions);
        play.toTheEnd();
        return play;
    }

    /** The back end changes the device before every second look at it. */
    static Play ofEndlessDrift(Scenario scenario) {
        Play play = new Play(scenario, true);
        play.toTheEnd();
        return play;
    }

    Saga saga() {
        return saga;
    }

    /** Everything that was passed, also what was passed again after a crash. */
    List<String> moments() {
        return moments;
    }

    Map<HubDeviceKey, Held> contentAt(int point) {
        return contents.get(point);
    }

    private void toTheEnd() {
        boolean ended = false;
        while (!ended) {
            try {
                saga.run();
                ended = true;
            } catch (Death death) {
                if (death.isTimeToGiveUp) {
                    saga.giveUp();
                }
            }
        }
        promises.holdAtTheEnd();
    }

    private void at(String moment) {
        int point = moments.size();
        moments.add(moment);
        contents.add(saga.hubs.content());
        promises.holdNow(moment);
        if (driftsForEver && moment.equals("before LOOK_AGAIN")) {
            promises.drift(point);
        }
        Interruption.Kind kind = interruptions.get(point);
        if (kind == Interruption.Kind.DRIFT) {
            promises.drift(point);
        } else if (kind != null) {
            throw new Death(kind == Interruption.Kind.GIVE_UP);
        }
    }

    /** The worker dies here. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean isTimeToGiveUp;

        Death(boolean isTimeToGiveUp) {
            super("the worker dies", null, false, false);
            this.isTimeToGiveUp = isTimeToGiveUp;
        }
    }
}
