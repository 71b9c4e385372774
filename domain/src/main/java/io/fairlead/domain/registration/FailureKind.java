package io.fairlead.domain.registration;

/** Why a registration failed; transports give each a number. */
public enum FailureKind {
    /** No hub could be chosen for the entry, or the one it is bound to is no longer linked. */
    NO_ELIGIBLE_HUB,
    /** The operator's allocation webhook failed. */
    WEBHOOK_FAILED,
    /** The device id is held on the target hub by another registration, or by a device that is not ours. */
    DEVICE_ID_TAKEN,
    /** The hub refused: credentials, rights, limits, or a state that it cannot hold. */
    HUB_REFUSED,
    /** The hub could not be reached, or did not become usable, within the operation's time. */
    HUB_UNREACHABLE,
    /** The device's state may still be on a hub that cannot be reached; moving would lose it. */
    STATE_OUT_OF_REACH,
    /** The enrollment entry was disabled or removed while the operation ran. */
    ENROLLMENT_GONE,
    /** The state kept changing on the old hub, faster than it could be carried. */
    STATE_UNSETTLED,
    /** The service itself failed; the log has the details. */
    INTERNAL
}
