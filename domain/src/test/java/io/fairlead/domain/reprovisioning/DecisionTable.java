package io.fairlead.domain.reprovisioning;

import static io.fairlead.domain.reprovisioning.FactSpace.CURRENT;
import static io.fairlead.domain.reprovisioning.When.ANY;
import static io.fairlead.domain.reprovisioning.When.ANY_SAID;
import static io.fairlead.domain.reprovisioning.When.ASSIGNED;
import static io.fairlead.domain.reprovisioning.When.A_HUB;
import static io.fairlead.domain.reprovisioning.When.LINKED;
import static io.fairlead.domain.reprovisioning.When.LOSS_ACCEPTED;
import static io.fairlead.domain.reprovisioning.When.LOSS_REFUSED;
import static io.fairlead.domain.reprovisioning.When.MIGRATE;
import static io.fairlead.domain.reprovisioning.When.MOVING_POLICY;
import static io.fairlead.domain.reprovisioning.When.NEW_CREDENTIAL;
import static io.fairlead.domain.reprovisioning.When.NONE_ELIGIBLE;
import static io.fairlead.domain.reprovisioning.When.NOT_ASKED;
import static io.fairlead.domain.reprovisioning.When.NOT_UNKNOWN;
import static io.fairlead.domain.reprovisioning.When.NO_SNAPSHOT;
import static io.fairlead.domain.reprovisioning.When.OTHER_PLACE;
import static io.fairlead.domain.reprovisioning.When.RESET;
import static io.fairlead.domain.reprovisioning.When.SAME_CREDENTIAL;
import static io.fairlead.domain.reprovisioning.When.SAME_PLACE;
import static io.fairlead.domain.reprovisioning.When.SNAPSHOT;
import static io.fairlead.domain.reprovisioning.When.STAYING_POLICY;
import static io.fairlead.domain.reprovisioning.When.THERE;
import static io.fairlead.domain.reprovisioning.When.UNASSIGNED;
import static io.fairlead.domain.reprovisioning.When.UNKNOWN;
import static io.fairlead.domain.reprovisioning.When.UNKNOWN_OR_UNREACHABLE;
import static io.fairlead.domain.reprovisioning.When.UNLINKED;
import static io.fairlead.domain.reprovisioning.When.UNREACHABLE;
import static io.fairlead.domain.reprovisioning.When.WEBHOOK_FAILED;
import static io.fairlead.domain.reprovisioning.When.WEBHOOK_NOT_ASKED;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.FirstAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.KeepAssignment;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.MoveKeepingData;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.MoveResettingData;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.NeedsToKnow;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Question;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Recreation;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.ResetInPlace;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.StateSource;
import io.fairlead.domain.reprovisioning.TargetRule.WhenFree;
import java.util.List;
import java.util.Optional;

/** The decision as a table, written down from the promise and not from the code; the module's README prints it. */
final class DecisionTable {
    private static final WhenFree KEEP = (facts, clear) -> new KeepAssignment(CURRENT, false);
    private static final WhenFree BRING_CREDENTIAL = (facts, clear) -> new KeepAssignment(CURRENT, true);
    private static final WhenFree ASK_H = (facts, clear) -> new NeedsToKnow(Question.CURRENT_HUB);
    private static final WhenFree ASK_WEBHOOK = (facts, clear) -> new NeedsToKnow(Question.WEBHOOK);

    /** No two rows cover the same facts, so their order says nothing. */
    static final List<Row> ROWS = List.of(
            refuse(UNASSIGNED, ANY, NONE_ELIGIBLE, ANY, ANY, FailureKind.NO_ELIGIBLE_HUB),
            refuse(UNASSIGNED, ANY, WEBHOOK_FAILED, ANY, ANY, FailureKind.WEBHOOK_FAILED),
            row(UNASSIGNED, ANY, WEBHOOK_NOT_ASKED, ANY, ANY, "ask the webhook", ASK_WEBHOOK),
            row(
                    UNASSIGNED,
                    ANY,
                    A_HUB,
                    ANY,
                    ANY,
                    "first assignment",
                    TargetRule.FIRST,
                    (facts, clear) -> new FirstAssignment(there(facts), clear)),
            refuse(UNLINKED, STAYING_POLICY, ANY, ANY, ANY, FailureKind.NO_ELIGIBLE_HUB),
            row(LINKED, STAYING_POLICY, WEBHOOK_NOT_ASKED, ANY, ANY, "ask the webhook, offering H alone", ASK_WEBHOOK),
            row(LINKED, STAYING_POLICY, ANY_SAID, NOT_UNKNOWN, SAME_CREDENTIAL, "keep, write nothing", KEEP),
            row(
                    LINKED,
                    STAYING_POLICY,
                    ANY_SAID,
                    NOT_UNKNOWN,
                    NEW_CREDENTIAL,
                    "keep, bring credential",
                    BRING_CREDENTIAL),
            row(
                    LINKED,
                    STAYING_POLICY,
                    ANY_SAID,
                    UNKNOWN,
                    SNAPSHOT,
                    "create again at H from snapshot; loss noted",
                    TargetRule.IN_PLACE,
                    again(StateSource.SNAPSHOT)),
            row(
                    LINKED,
                    STAYING_POLICY,
                    ANY_SAID,
                    UNKNOWN,
                    NO_SNAPSHOT,
                    "create again at H from initial configuration; loss noted",
                    TargetRule.IN_PLACE,
                    again(StateSource.INITIAL_CONFIGURATION)),
            refuse(ASSIGNED, MOVING_POLICY, NONE_ELIGIBLE, ANY, ANY, FailureKind.NO_ELIGIBLE_HUB),
            refuse(ASSIGNED, MOVING_POLICY, WEBHOOK_FAILED, ANY, ANY, FailureKind.WEBHOOK_FAILED),
            row(ASSIGNED, MOVING_POLICY, WEBHOOK_NOT_ASKED, ANY, ANY, "ask the webhook", ASK_WEBHOOK),
            refuse(UNLINKED, MIGRATE, A_HUB, ANY, LOSS_REFUSED, FailureKind.STATE_OUT_OF_REACH),
            row(
                    UNLINKED,
                    MIGRATE,
                    A_HUB,
                    NOT_UNKNOWN,
                    LOSS_ACCEPTED.and(SNAPSHOT),
                    "create there from snapshot; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.SNAPSHOT)),
            row(
                    UNLINKED,
                    MIGRATE,
                    A_HUB,
                    NOT_UNKNOWN,
                    LOSS_ACCEPTED.and(NO_SNAPSHOT),
                    "create there from initial configuration; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.INITIAL_CONFIGURATION)),
            row(
                    UNLINKED,
                    MIGRATE,
                    A_HUB,
                    UNKNOWN,
                    LOSS_ACCEPTED.and(SNAPSHOT),
                    "create there from snapshot; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.SNAPSHOT)),
            row(
                    UNLINKED,
                    MIGRATE,
                    A_HUB,
                    UNKNOWN,
                    LOSS_ACCEPTED.and(NO_SNAPSHOT),
                    "create there from initial configuration; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.INITIAL_CONFIGURATION)),
            row(LINKED, MIGRATE, SAME_PLACE, NOT_UNKNOWN, SAME_CREDENTIAL, "keep, write nothing", KEEP),
            row(LINKED, MIGRATE, SAME_PLACE, NOT_UNKNOWN, NEW_CREDENTIAL, "keep, bring credential", BRING_CREDENTIAL),
            row(
                    LINKED,
                    MIGRATE,
                    SAME_PLACE,
                    UNKNOWN,
                    SNAPSHOT,
                    "create again at H from snapshot; loss noted",
                    TargetRule.IN_PLACE,
                    again(StateSource.SNAPSHOT)),
            row(
                    LINKED,
                    MIGRATE,
                    SAME_PLACE,
                    UNKNOWN,
                    NO_SNAPSHOT,
                    "create again at H from initial configuration; loss noted",
                    TargetRule.IN_PLACE,
                    again(StateSource.INITIAL_CONFIGURATION)),
            row(LINKED, MIGRATE, OTHER_PLACE, NOT_ASKED, ANY, "ask H", ASK_H),
            row(
                    LINKED,
                    MIGRATE,
                    OTHER_PLACE,
                    THERE,
                    ANY,
                    "move, state carried over",
                    TargetRule.MOVE,
                    (facts, clear) -> new MoveKeepingData(CURRENT, there(facts), clear)),
            row(
                    LINKED,
                    MIGRATE,
                    OTHER_PLACE,
                    UNKNOWN,
                    SNAPSHOT,
                    "create there from snapshot; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.SNAPSHOT)),
            row(
                    LINKED,
                    MIGRATE,
                    OTHER_PLACE,
                    UNKNOWN,
                    NO_SNAPSHOT,
                    "create there from initial configuration; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.INITIAL_CONFIGURATION)),
            refuse(LINKED, MIGRATE, OTHER_PLACE, UNREACHABLE, LOSS_REFUSED, FailureKind.STATE_OUT_OF_REACH),
            row(
                    LINKED,
                    MIGRATE,
                    OTHER_PLACE,
                    UNREACHABLE,
                    LOSS_ACCEPTED.and(SNAPSHOT),
                    "create there from snapshot; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.SNAPSHOT)),
            row(
                    LINKED,
                    MIGRATE,
                    OTHER_PLACE,
                    UNREACHABLE,
                    LOSS_ACCEPTED.and(NO_SNAPSHOT),
                    "create there from initial configuration; loss noted; removal at H owed",
                    TargetRule.MOVE,
                    from(StateSource.INITIAL_CONFIGURATION)),
            row(
                    UNLINKED,
                    RESET,
                    A_HUB,
                    ANY,
                    ANY,
                    "move clean, H not asked; removal at H owed",
                    TargetRule.MOVE,
                    clean(false)),
            row(LINKED, RESET, SAME_PLACE, NOT_ASKED, ANY, "ask H", ASK_H),
            row(
                    LINKED,
                    RESET,
                    SAME_PLACE,
                    THERE,
                    ANY,
                    "reset in place",
                    TargetRule.NONE,
                    (facts, clear) -> new ResetInPlace(CURRENT)),
            row(
                    LINKED,
                    RESET,
                    SAME_PLACE,
                    UNKNOWN,
                    ANY,
                    "create again at H from initial configuration",
                    TargetRule.IN_PLACE,
                    (facts, clear) -> new Recreation(
                            CURRENT, CURRENT.key(), StateSource.INITIAL_CONFIGURATION, false, false, clear)),
            refuse(LINKED, RESET, SAME_PLACE, UNREACHABLE, ANY, FailureKind.HUB_UNREACHABLE),
            row(LINKED, RESET, OTHER_PLACE, NOT_ASKED, ANY, "ask H", ASK_H),
            row(LINKED, RESET, OTHER_PLACE, THERE, ANY, "move clean", TargetRule.MOVE, clean(true)),
            row(
                    LINKED,
                    RESET,
                    OTHER_PLACE,
                    UNKNOWN_OR_UNREACHABLE,
                    ANY,
                    "move clean, H not asked; removal at H owed",
                    TargetRule.MOVE,
                    clean(false)));

    private DecisionTable() {}

    private static HubDeviceKey there(DecisionFacts facts) {
        return facts.target().orElseThrow();
    }

    /** Created again where it was; there is nothing to remove. */
    private static WhenFree again(StateSource content) {
        return (facts, clear) -> new Recreation(CURRENT, CURRENT.key(), content, true, false, clear);
    }

    private static WhenFree from(StateSource content) {
        return (facts, clear) -> new Recreation(CURRENT, there(facts), content, true, true, clear);
    }

    private static WhenFree clean(boolean sourceReachable) {
        return (facts, clear) -> new MoveResettingData(CURRENT, there(facts), sourceReachable, clear);
    }

    private static Row row(
            When current,
            When policy,
            When allocation,
            When says,
            When more,
            String text,
            TargetRule target,
            WhenFree decision) {
        return new Row(current, policy, allocation, says, more, text, Optional.empty(), target, decision);
    }

    private static Row row(
            When current, When policy, When allocation, When says, When more, String text, WhenFree decision) {
        return row(current, policy, allocation, says, more, text, TargetRule.NONE, decision);
    }

    private static Row refuse(When current, When policy, When allocation, When says, When more, FailureKind kind) {
        String text = "refuse: `" + kind + "`";
        return new Row(current, policy, allocation, says, more, text, Optional.of(kind), TargetRule.NONE, KEEP);
    }
}
