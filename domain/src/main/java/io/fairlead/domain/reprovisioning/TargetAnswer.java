package io.fairlead.domain.reprovisioning;

/** Whether the target hub already holds the device id, and whose it is. */
public enum TargetAnswer {
    NOT_ASKED,
    ABSENT,
    /** Left over from our own work for this registration: a duty to remove it, or a half-made one. */
    OURS_LEFT_OVER,
    /** Another registration record points at it, or is about to. */
    OTHER_REGISTRATION,
    /** No record of ours knows it. */
    FOREIGN
}
