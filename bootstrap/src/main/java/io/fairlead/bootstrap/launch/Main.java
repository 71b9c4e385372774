package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.settings.ProcessSettings;
import io.fairlead.bootstrap.settings.SettingsProblem;
import io.fairlead.bootstrap.settings.StartReport;
import io.fairlead.bootstrap.tls.TlsProblem;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
        PrintStream console = System.out;
        // The log speaks on the error stream. What the container prints to this one is of no use to anybody.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        StartReport.await();
        try {
            console.println(server().start());
        } catch (SettingsProblem | StartFailure | TlsProblem | UncheckedIOException e) {
            end(START_FAILED, e.getMessage());
        } catch (RuntimeException e) {
            e.printStackTrace();
            end(START_FAILED, "The start failed unexpectedly: " + e);
        }
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
