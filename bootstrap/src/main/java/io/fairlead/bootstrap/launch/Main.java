package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.settings.ProcessSettings;
import io.fairlead.bootstrap.settings.SettingsProblem;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** {@code java -jar fairlead.jar run}: runs one server until it is told to stop. */
public final class Main {

    /** For the build, which wants to know that a start works and which classes it needs. */
    private static final String STOP_WHEN_READY = "--stop-when-ready";

    private static final int FAILED = 3;

    private Main() {}

    public static void main(String... arguments) {
        try {
            System.out.println(server().start());
        } catch (SettingsProblem | StartFailure e) {
            fail(e.getMessage());
        }
        if (List.of(arguments).contains(STOP_WHEN_READY)) {
            Runtime.getRuntime().exit(0);
        }
    }

    private static FairleadServer server() {
        return new FairleadServer(
                ProcessSettings.read(), Installation.ofThisJar(), Clock.systemUTC(), new SecureRandom());
    }

    private static void fail(String reason) {
        System.err.println("fairlead: " + reason);
        Runtime.getRuntime().exit(FAILED);
    }

    /** For a start that hangs: nothing is stopped in order, for whatever hangs would be in the way. */
    static void failAtOnce(String reason) {
        System.err.println("fairlead: " + reason);
        Runtime.getRuntime().halt(FAILED);
    }
}
