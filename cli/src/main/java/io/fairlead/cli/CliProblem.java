package io.fairlead.cli;

/** Something that the user can put right; the message is for them and ends the run. */
final class CliProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CliProblem(String message) {
        super(message);
    }
}
