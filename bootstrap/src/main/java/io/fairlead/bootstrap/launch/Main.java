package io.fairlead.bootstrap.launch;

import io.fairlead.bootstrap.demo.Demo;
import io.fairlead.bootstrap.demo.StoryDiffers;
import io.fairlead.bootstrap.edge.Doors;
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

/**
 * {@code java -jar fairlead.jar run}: runs one server until it is told to stop. {@code java -jar fairlead.jar demo}: runs one for as long as the demo takes.
 */
public final class Main {

    /** For the build, which wants to know that a start works and which classes it needs. */
    private static final String STOP_WHEN_READY = "--stop-when-ready";

    private static final int DEMO_DIFFERED = 1;
    private static final int WRONG_USE = 2;
    private static final int START_FAILED = 3;

    private Main() {}

    public static void main(String... arguments) {
        System.setProperty("java.util.logging.manager", LastingLogManager.class.getName());
        List<String> words = List.of(arguments);
        PrintStream console = System.out;
        // The log speaks on the error stream. What the container prints to this one is of no use to anybody.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        switch (words.isEmpty() ? "" : words.get(0)) {
            case "run" -> console.println(start());
            case "demo" -> demo(console);
            default -> end(WRONG_USE, "%s is not a command; there are: run, demo".formatted(words));
        }
        if (words.contains(STOP_WHEN_READY)) {
            Runtime.getRuntime().exit(0);
        }
    }

    private static void demo(PrintStream console) {
        Demo demo = new Demo(PassingFolder.make(), console, Clock.systemUTC());
        demo.settings().forEach(System::setProperty);
        console.println("Starting a service of its own for the demo.");
        start();
        try {
            demo.play();
        } catch (StoryDiffers e) {
            end(DEMO_DIFFERED, "The demo did not go as its story says: " + e.getMessage());
        } catch (RuntimeException e) {
            end(DEMO_DIFFERED, "The demo did not go as its story says: " + e);
        }
        Runtime.getRuntime().exit(0);
    }

    /** Returns when the server is ready, with the line that tells the operator where; ends the process when it cannot be started. */
    private static String start() {
        StartReport.await();
        Doors.closeAtTheEnd();
        try {
            return server().start();
        } catch (SettingsProblem | StartFailure | TlsProblem | UncheckedIOException e) {
            end(START_FAILED, e.getMessage());
            throw e;
        } catch (RuntimeException e) {
            if (!Doors.areClosed()) {
                e.printStackTrace();
            }
            end(START_FAILED, "The start failed unexpectedly: " + e);
            throw e;
        }
    }

    private static FairleadServer server() {
        return new FairleadServer(
                ProcessSettings.read(), Installation.ofThisJar(), Clock.systemUTC(), new SecureRandom());
    }

    private static void end(int status, String reason) {
        // A start that is told to end fails somewhere in the container; where is of no interest.
        System.err.println("fairlead: " + (Doors.areClosed() ? "Told to end." : OneLine.of(reason)));
        Runtime.getRuntime().exit(status);
    }

    /** For a start that hangs: nothing is stopped in order, for whatever hangs would be in the way. */
    static void failAtOnce(String reason) {
        System.err.println("fairlead: " + reason);
        Runtime.getRuntime().halt(START_FAILED);
    }
}
