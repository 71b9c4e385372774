package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.registration.FailureKind;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Adoption;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.NeedsToKnow;
import io.fairlead.domain.reprovisioning.ReprovisionDecision.Question;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The second table: what a row of the first becomes by what the target holds under the device id. */
enum TargetRule {
    /** Nothing is created, so the target does not matter. */
    NONE(Effect.GO, Effect.GO, Effect.GO, Effect.GO, Effect.GO),
    /** The create call itself would find out, so nobody asks before it. */
    FIRST(Effect.GO, Effect.GO, Effect.CLEAR, Effect.REFUSE, Effect.ADOPT),
    MOVE(Effect.ASK, Effect.GO, Effect.CLEAR, Effect.REFUSE, Effect.REFUSE),
    /** H has just said that the device is unknown, which is the answer. */
    IN_PLACE(Effect.GO, Effect.GO, Effect.CLEAR, Effect.REFUSE, Effect.REFUSE);

    /** What is done about it. */
    enum Effect {
        GO("go on"),
        CLEAR("remove our leftover, go on"),
        ASK("ask the target"),
        REFUSE("refuse: `DEVICE_ID_TAKEN`"),
        ADOPT("adopt: credential and capabilities brought, twin kept");

        final String text;

        Effect(String text) {
            this.text = text;
        }
    }

    /** What a row decides when the target is free, or when our leftover there has to be removed first. */
    interface WhenFree {
        ReprovisionDecision decide(DecisionFacts facts, boolean clearLeftover);
    }

    private final Map<TargetAnswer, Effect> effects = new EnumMap<>(TargetAnswer.class);

    TargetRule(Effect notAsked, Effect absent, Effect ours, Effect other, Effect foreign) {
        effects.put(TargetAnswer.NOT_ASKED, notAsked);
        effects.put(TargetAnswer.ABSENT, absent);
        effects.put(TargetAnswer.OURS_LEFT_OVER, ours);
        effects.put(TargetAnswer.OTHER_REGISTRATION, other);
        effects.put(TargetAnswer.FOREIGN, foreign);
    }

    Effect effect(TargetAnswer answer) {
        return effects.get(answer);
    }

    /** The decision, or the kind of the refusal. */
    Optional<ReprovisionDecision> decision(DecisionFacts facts, WhenFree whenFree) {
        return switch (effect(facts.targetHolds())) {
            case GO -> Optional.of(whenFree.decide(facts, false));
            case CLEAR -> Optional.of(whenFree.decide(facts, true));
            case ASK -> Optional.of(new NeedsToKnow(Question.TARGET_HUB));
            case ADOPT -> Optional.of(new Adoption(facts.target().orElseThrow()));
            case REFUSE -> Optional.empty();
        };
    }

    static FailureKind refusal() {
        return FailureKind.DEVICE_ID_TAKEN;
    }
}
