package io.fairlead.application.problem;

/** The one exception by which the application refuses a request. */
public final class ProvisioningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProvisioningException(Problem problem) {
        super(problem.kind() + ": " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
