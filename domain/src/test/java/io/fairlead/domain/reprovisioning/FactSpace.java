package io.fairlead.domain.reprovisioning;

import io.fairlead.domain.allocation.HubChoice;
import io.fairlead.domain.fixture.SomeHubs;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.registration.HubAssignment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every combination of facts that a decision can be asked about, also those that no device brings about. */
final class FactSpace {
    static final HubAssignment CURRENT = SomeHubs.someAssignment();
    static final DeviceId SAME_ID = CURRENT.key().device();
    static final DeviceId NEW_ID = new DeviceId("renamed-device");
    static final HubChoice SAME_HUB = new HubChoice.Chosen(SomeHubs.HUB_A);
    static final HubChoice OTHER_HUB = new HubChoice.Chosen(SomeHubs.HUB_B);
    static final HubChoice NONE_ELIGIBLE = new HubChoice.NoneEligible("nothing is eligible");
    static final HubChoice WEBHOOK_FAILED = new HubChoice.WebhookFailed("the webhook failed");
    static final HubChoice WEBHOOK_NOT_ASKED = new HubChoice.NotAsked();

    private static final List<Boolean> BOTH = List.of(false, true);

    private FactSpace() {}

    /** The product of all values of all facts, 25,600 combinations. */
    static List<DecisionFacts> all() {
        return Stream.of(new DecisionFacts(
                        Optional.empty(),
                        false,
                        EffectivePolicy.NEVER,
                        SAME_HUB,
                        SAME_ID,
                        false,
                        HubAnswer.NOT_ASKED,
                        TargetAnswer.NOT_ASKED,
                        false,
                        false,
                        false))
                .flatMap(over(List.of(Optional.<HubAssignment>empty(), Optional.of(CURRENT)), FactSpace::current))
                .flatMap(over(BOTH, FactSpace::linked))
                .flatMap(over(List.of(EffectivePolicy.values()), FactSpace::policy))
                .flatMap(over(
                        List.of(SAME_HUB, OTHER_HUB, NONE_ELIGIBLE, WEBHOOK_FAILED, WEBHOOK_NOT_ASKED),
                        FactSpace::choice))
                .flatMap(over(List.of(SAME_ID, NEW_ID), FactSpace::deviceId))
                .flatMap(over(List.of(HubAnswer.values()), DecisionFacts::withCurrentSays))
                .flatMap(over(List.of(TargetAnswer.values()), DecisionFacts::withTargetHolds))
                .flatMap(over(BOTH, FactSpace::credential))
                .flatMap(over(BOTH, FactSpace::snapshot))
                .flatMap(over(BOTH, FactSpace::loss))
                .toList();
    }

    private interface Setting<V> {
        DecisionFacts set(DecisionFacts facts, V value);
    }

    private static <V> Function<DecisionFacts, Stream<DecisionFacts>> over(List<V> values, Setting<V> setting) {
        return facts -> values.stream().map(value -> setting.set(facts, value));
    }

    private static DecisionFacts current(DecisionFacts it, Optional<HubAssignment> value) {
        return copy(it, value, it.currentLinked(), it.policy(), it.choice(), it.deviceId());
    }

    private static DecisionFacts linked(DecisionFacts it, boolean value) {
        return copy(it, it.current(), value, it.policy(), it.choice(), it.deviceId());
    }

    private static DecisionFacts policy(DecisionFacts it, EffectivePolicy value) {
        return copy(it, it.current(), it.currentLinked(), value, it.choice(), it.deviceId());
    }

    private static DecisionFacts choice(DecisionFacts it, HubChoice value) {
        return copy(it, it.current(), it.currentLinked(), it.policy(), value, it.deviceId());
    }

    private static DecisionFacts deviceId(DecisionFacts it, DeviceId value) {
        return copy(it, it.current(), it.currentLinked(), it.policy(), it.choice(), value);
    }

    private static DecisionFacts copy(
            DecisionFacts it,
            Optional<HubAssignment> current,
            boolean linked,
            EffectivePolicy policy,
            HubChoice choice,
            DeviceId deviceId) {
        return new DecisionFacts(
                current,
                linked,
                policy,
                choice,
                deviceId,
                !deviceId.equals(SAME_ID),
                it.currentSays(),
                it.targetHolds(),
                it.credentialChanged(),
                it.snapshotKept(),
                it.lossAccepted());
    }

    private static DecisionFacts credential(DecisionFacts it, boolean value) {
        return flags(it, value, it.snapshotKept(), it.lossAccepted());
    }

    private static DecisionFacts snapshot(DecisionFacts it, boolean value) {
        return flags(it, it.credentialChanged(), value, it.lossAccepted());
    }

    private static DecisionFacts loss(DecisionFacts it, boolean value) {
        return flags(it, it.credentialChanged(), it.snapshotKept(), value);
    }

    private static DecisionFacts flags(DecisionFacts it, boolean credential, boolean snapshot, boolean loss) {
        return new DecisionFacts(
                it.current(),
                it.currentLinked(),
                it.policy(),
                it.choice(),
                it.deviceId(),
                it.deviceIdChanged(),
                it.currentSays(),
                it.targetHolds(),
                credential,
                snapshot,
                loss);
    }
}
