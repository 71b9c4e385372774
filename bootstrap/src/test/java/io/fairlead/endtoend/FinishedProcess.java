package io.fairlead.endtoend;

/**
 * A command that came to its end by itself.
 *
 * @param output all that it printed
 */
record FinishedProcess(int status, String output) {

    /** Runs a command of {@code ./fairlead} and waits for its end. */
    static FinishedProcess of(ServerOptions options, String command) {
        ServerProcess process = ServerProcess.start(options, command);
        int status = process.awaitEnd();
        return new FinishedProcess(status, process.output());
    }
}
