package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.settings.ProcessSettings;
import io.fairlead.bootstrap.settings.SettingsProblem;
import java.io.OutputStream;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** {@code java -jar fairlead.jar run}: runs one server until it is told to stop. */
public final class Main {

    /** For the build, which wants to know that a start works and which classes it needs. */
    private static final String STOP_WHEN_READY = "--stop-when-ready";

    private static final int WRONG_USE = 2;
    private static final int START_FAILED = 3;

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        List<String> words = List.of(arguments);
        if (words.isEmpty() || !words.get(0).equals("run")) {
            end(WRONG_USE, "%s is not a command; there is: run".formatted(words));
        }
        run();
        if (words.contains(STOP_WHEN_READY)) {
            Runtime.getRuntime().exit(0);
        }
    }

    private static void run() {
        try {
            System.out.println(server().start());
        } catch (SettingsProblem | StartFailure e) {
            end(START_FAILED, e.getMessage());
        }
        // From here on the log speaks, on the error stream. The container still prints to this one, of nothing that an
        // operator could use.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    private static FairleadServer server() {
        return new FairleadServer(
                ProcessSettings.read(), Installation.ofThisJar(), Clock.systemUTC(), new SecureRandom());
    }

    private static void end(int status, String reason) {
        System.err.println("fairlead: " + reason);
        Runtime.getRuntime().exit(status);
    }

    /** For a start that hangs: nothing is stopped in order, for whatever hangs would be in the way. */
    static void failAtOnce(String reason) {
        System.err.println("fairlead: " + reason);
        Runtime.getRuntime().halt(START_FAILED);
    }
}
