package io.fairlead.domain.reprovisioning;

import static io.fairlead.domain.reprovisioning.HubStep.ADOPT;
import static io.fairlead.domain.reprovisioning.HubStep.COMMIT;
import static io.fairlead.domain.reprovisioning.HubStep.CREATE;
import static io.fairlead.domain.reprovisioning.HubStep.ENABLE;
import static io.fairlead.domain.reprovisioning.HubStep.LOOK_AGAIN;
import static io.fairlead.domain.reprovisioning.HubStep.PREFLIGHT;
import static io.fairlead.domain.reprovisioning.HubStep.QUIESCE;
import static io.fairlead.domain.reprovisioning.HubStep.RESET_TWIN;
import static io.fairlead.domain.reprovisioning.HubStep.SNAPSHOT;
import static io.fairlead.domain.reprovisioning.HubStep.UPDATE_CREDENTIAL;
import static io.fairlead.domain.reprovisioning.HubStep.VERIFY;

import io.fairlead.domain.registration.RegistrationSubstatus;
import java.util.List;

/** The kinds of saga, each with its steps in order and the substatus that its end leaves. */
public enum PlanKind {
    /** One create call, enabled; the record is written when it returns. */
    FIRST_ASSIGNMENT(RegistrationSubstatus.INITIAL_ASSIGNMENT, CREATE),
    ADOPTION(RegistrationSubstatus.REPROVISIONED_TO_INITIAL_ASSIGNMENT, ADOPT),
    CREDENTIAL_UPDATE(null, UPDATE_CREDENTIAL),
    /** Create from the newest snapshot. */
    RECREATE_FROM_SNAPSHOT(RegistrationSubstatus.DEVICE_DATA_MIGRATED, CREATE),
    /** Create from the initial configuration. */
    RECREATE_INITIAL(RegistrationSubstatus.DEVICE_DATA_RESET, CREATE),
    MOVE_KEEPING_DATA(
            RegistrationSubstatus.DEVICE_DATA_MIGRATED,
            PREFLIGHT,
            QUIESCE,
            SNAPSHOT,
            CREATE,
            VERIFY,
            LOOK_AGAIN,
            COMMIT,
            ENABLE),
    MOVE_RESETTING_DATA(
            RegistrationSubstatus.DEVICE_DATA_RESET,
            PREFLIGHT,
            QUIESCE,
            SNAPSHOT,
            CREATE,
            VERIFY,
            LOOK_AGAIN,
            COMMIT,
            ENABLE),
    /** The old hub cannot be asked: nothing to hold still, nothing to snapshot. */
    MOVE_RESETTING_UNSEEN(RegistrationSubstatus.DEVICE_DATA_RESET, PREFLIGHT, CREATE, VERIFY, COMMIT, ENABLE),
    RESET_IN_PLACE(RegistrationSubstatus.DEVICE_DATA_RESET, QUIESCE, SNAPSHOT, RESET_TWIN, ENABLE);

    private final RegistrationSubstatus substatus;
    private final List<HubStep> steps;

    PlanKind(RegistrationSubstatus substatus, HubStep... steps) {
        this.substatus = substatus;
        this.steps = List.of(steps);
    }

    /** The steps in order. */
    public List<HubStep> steps() {
        return steps;
    }

    /** What the record says after it, given what it said before. */
    public RegistrationSubstatus substatusAfter(RegistrationSubstatus before) {
        return substatus == null ? before : substatus;
    }

    /** Whether the device is created in its final status at once, because no commit stands between. */
    public boolean createsEnabled() {
        return steps.contains(CREATE) && !steps.contains(COMMIT);
    }

    /** Whether the state on the old hub is what arrives. */
    public boolean keepsData() {
        return this == MOVE_KEEPING_DATA;
    }

    /** Whether the device has to begin anew although its state may still be there. */
    public boolean isReset() {
        return this == MOVE_RESETTING_DATA || this == MOVE_RESETTING_UNSEEN || this == RESET_IN_PLACE;
    }

    /** Whether the device leaves its old place. */
    public boolean isMove() {
        return this == MOVE_KEEPING_DATA || this == MOVE_RESETTING_DATA || this == MOVE_RESETTING_UNSEEN;
    }
}
