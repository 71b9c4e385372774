package io.fairlead.endtoend;

/**
 * A server that ended instead of becoming ready.
 *
 * @param output all that it printed
 */
public record FailedStart(int status, String output) {

    /** @throws IllegalStateException when the server becomes ready after all */
    public static FailedStart of(ServerOptions options) {
        ServerProcess process = ServerProcess.start(options);
        if (process.awaitReady()) {
            process.kill();
            throw new IllegalStateException("The server became ready:\n" + process.output());
        }
        int status = process.awaitEnd();
        return new FailedStart(status, process.output());
    }
}
