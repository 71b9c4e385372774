package io.fairlead.benchmarks.kill;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What tells one state of a device's twin from another: three counters, of which 0 stands for absent.
 *
 * @param config desired, from the entry's initial twin
 * @param backEnd desired, as the back end last wrote it on the hub
 * @param reported as the device last reported it
 */
record TwinMark(long config, long backEnd, long reported) {
    static final String CONFIG = "config";
    static final String BACK_END = "backEnd";
    static final String REPORTED = "count";

    /** The mark of an initial twin. */
    static TwinMark initial(long config) {
        return new TwinMark(config, 0, 0);
    }

    static Map<String, Object> initialDesired(long config) {
        return Map.of(CONFIG, config);
    }

    static TwinMark of(String desired, String reported) {
        return new TwinMark(number(desired, CONFIG), number(desired, BACK_END), number(reported, REPORTED));
    }

    TwinMark withBackEnd(long written) {
        return new TwinMark(config, written, reported);
    }

    TwinMark withReported(long written) {
        return new TwinMark(config, backEnd, written);
    }

    private static long number(String json, String name) {
        JsonMembers members = JsonText.parseObject(json.getBytes(StandardCharsets.UTF_8));
        return members.whole(name).orElse(0L);
    }
}
