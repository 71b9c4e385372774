package io.fairlead.domain.operation;

/** The state of one accepted request; the last two are final. */
public enum OperationStatus {
    RUNNING,
    ASSIGNED,
    FAILED
}
