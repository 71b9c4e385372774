package io.fairlead.application.move;

import io.fairlead.domain.device.DeviceState;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.reprovisioning.PlanKind;

/** The sagas that change what hubs hold, told from an operator's edit to the state that must come of it. */
enum MoveStory {
    FIRST_ASSIGNMENT(PlanKind.FIRST_ASSIGNMENT, false) {
        @Override
        void order(MoveScene scene) {
            scene.enroll(scene.entry(scene.from()).build());
        }
    },
    MOVE_KEEPING_DATA(PlanKind.MOVE_KEEPING_DATA, true) {
        @Override
        void order(MoveScene scene) {
            scene.enroll(scene.entry(scene.to()).withPolicy(true, true).build());
        }
    },
    MOVE_RESETTING_DATA(PlanKind.MOVE_RESETTING_DATA, true) {
        @Override
        void order(MoveScene scene) {
            scene.enroll(scene.entry(scene.to()).withPolicy(true, false).build());
        }
    },
    RESET_IN_PLACE(PlanKind.RESET_IN_PLACE, true) {
        @Override
        void order(MoveScene scene) {
            scene.enroll(scene.entry(scene.from()).withPolicy(true, false).build());
        }
    };

    private final PlanKind kind;
    private final boolean begins;

    MoveStory(PlanKind kind, boolean begins) {
        this.kind = kind;
        this.begins = begins;
    }

    /** The operator's edit; the device's next request does the rest. */
    abstract void order(MoveScene scene);

    PlanKind kind() {
        return kind;
    }

    /** Whether the device is somewhere before. */
    boolean isAboutAKnownDevice() {
        return begins;
    }

    /** Where the device is in the end. */
    HubSide end(MoveScene scene) {
        return kind.isMove() ? scene.to() : scene.from();
    }

    /** What the device must hold in the end, given what it held before. */
    DeviceState outcome(DeviceState before) {
        return kind.keepsData() ? before : initial();
    }

    static DeviceState initial() {
        return SomeTwins.someConfiguration().asState(HubDeviceStatus.ENABLED);
    }
}
