package io.fairlead.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of the server, from its start to its end, with all it prints. */
final class ServerProcess {

    /** Generous: a build machine may be busy with other things. */
    private static final long PATIENCE_SECONDS = 330;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "server-output");

    private ServerProcess(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "server-reaper"));
    }

    static ServerProcess start(ServerOptions options) {
        return start(options, "run");
    }

    /** @param command what {@code ./fairlead} is told to do */
    static ServerProcess start(ServerOptions options, String command) {
        ProcessBuilder builder = new ProcessBuilder(options.folder().command(options.jvmOptions(), command));
        builder.environment().keySet().removeIf(name -> name.startsWith("FAIRLEAD_"));
        builder.environment().putAll(options.environment());
        builder.redirectErrorStream(true);
        try {
            return new ServerProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith("Fairlead is ready")) {
                    ready.complete(true);
                }
            }
        } catch (IOException e) {
            output.append("(the rest was lost: ").append(e.getMessage()).append(")\n");
        }
        ready.complete(false);
    }

    /** Waits until the server says that it is ready, or has ended without. */
    boolean awaitReady() {
        try {
            return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            kill();
            throw new IllegalStateException(
                    "Neither ready nor ended after %d s:%n%s".formatted(PATIENCE_SECONDS, output), e);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end. @return the exit status: 128 + 15 after SIGTERM, 128 + 9 after SIGKILL */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new IllegalStateException("Did not end within %d s:%n%s".formatted(PATIENCE_SECONDS, output));
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    String output() {
        return output.toString();
    }
}
