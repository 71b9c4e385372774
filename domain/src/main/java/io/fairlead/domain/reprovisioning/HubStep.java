package io.fairlead.domain.reprovisioning;

/**
 * One repeatable act of a saga. After each the journal keeps the cursor, so a step may run again after a crash, by any
 * node; none may do harm when its effect is already there.
 */
public enum HubStep {
    /** Ask the target whether it is reachable and can hold the device. */
    PREFLIGHT,
    /** Disable the device on the old hub and mark it as held by this operation. */
    QUIESCE,
    /** Read the device on the old hub and keep the snapshot in the journal. */
    SNAPSHOT,
    /** Create the device on the target, complete; enabled at once only where nothing else follows. */
    CREATE,
    /** Read the target and compare with what was to be created. */
    VERIFY,
    /** Read the old hub again; what changed since the snapshot leads back to {@link #SNAPSHOT}. */
    LOOK_AGAIN,
    /** Point the registration at the target: from here on only forward. Touches no hub. */
    COMMIT,
    /** Give the device on the target the status it had. */
    ENABLE,
    /** Take over a device that the target already holds. */
    ADOPT,
    /** Bring the proven credential to the hub. */
    UPDATE_CREDENTIAL,
    /** Replace tags and desired by the initial configuration and empty reported, in place. */
    RESET_TWIN,
    /** Undo: give the device on the old hub its former status and reason. */
    RELEASE_SOURCE,
    /** Undo: remove the half-made device from the target. */
    REMOVE_TARGET
}
