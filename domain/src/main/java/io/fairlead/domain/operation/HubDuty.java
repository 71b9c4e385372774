package io.fairlead.domain.operation;

import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubDeviceStatus;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.StatePart;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.HubAssignment;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Work owed to a hub that outlives its operation: retried without limit, visible to operators.
 *
 * @param id unique; letters, digits and dashes
 * @param place the device that it is about
 * @param incarnation the only incarnation that it may touch; absent for a half-made device, which is known by its mark
 * @param operation the operation that owes it, whose mark the device carries
 * @param status the status to give the device; for a removal, the one it had before it was held
 * @param movedTo for a removal, where the device is now
 * @param conflict for {@link Kind#CONFLICT} and {@link Kind#RESTORE_LEFT}, the two versions
 * @param fence grows at every claim
 */
public record HubDuty(
        String id,
        RegistrationId registrationId,
        HubDeviceKey place,
        Kind kind,
        Optional<String> incarnation,
        OperationId operation,
        HubDeviceStatus status,
        Optional<HubAssignment> movedTo,
        int attempts,
        Optional<String> lastError,
        Optional<Conflict> conflict,
        long fence) {

    /** What is owed. */
    public enum Kind {
        /** Remove the device from the hub that it left with its state, after one more look for changes to carry. */
        REMOVE_SOURCE,
        /** Remove the device from the hub that it left clean: changes there are not carried. */
        DISCARD_SOURCE,
        /** Give the device on the old hub its former status, after a move that was given up. */
        RELEASE_SOURCE,
        /** Remove a half-made device, known by its mark; it is disabled. */
        REMOVE_TARGET,
        /**
         * Remove a device that was created enabled by an operation that was given up, known by its mark. Until that is
         * done the device is not put anywhere else.
         */
        REMOVE_ENABLED_TARGET,
        /** Enable the device at its new place, after a commit. */
        ENABLE_TARGET,
        /** Two changes that cannot both hold: an operator decides. Never due. */
        CONFLICT,
        /** An operator has decided for what the old hub held: write that over the device where it is now. */
        RESTORE_LEFT
    }

    /**
     * Two versions of one device of which neither could give way.
     *
     * @param left what the old hub held
     * @param arrived what the new hub held, unless the device had left it again
     * @param disputed what of the old hub's version is not on the new one
     */
    public record Conflict(HubSnapshot left, Optional<HubSnapshot> arrived, Set<StatePart> disputed) {
        private static final Set<StatePart> OF_THE_BACK_END = Set.of(StatePart.TAGS, StatePart.DESIRED);

        public Conflict {
            disputed = Collections.unmodifiableSet(disputed.isEmpty() ? Set.of() : EnumSet.copyOf(disputed));
        }

        /**
         * What could be written of the old hub's version: the back end's parts. Reported properties are what the device
         * says of itself, and it has come to another hub since; modules and capabilities no hub takes by themselves.
         */
        public Set<StatePart> restorable() {
            return disputed.stream().filter(OF_THE_BACK_END::contains).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether it is about giving a device the status that our hold took from it. */
    public boolean givesStatus() {
        return kind == Kind.RELEASE_SOURCE || kind == Kind.ENABLE_TARGET;
    }

    /** Whether it is about a device that an operation made and gave up. */
    public boolean removesHalfMade() {
        return kind == Kind.REMOVE_TARGET || kind == Kind.REMOVE_ENABLED_TARGET;
    }

    /** Whether it is about the device at the place that it left. */
    public boolean removesSource() {
        return kind == Kind.REMOVE_SOURCE || kind == Kind.DISCARD_SOURCE;
    }

    /** A parked conflict that an operator has decided for what the old hub held. */
    public HubDuty decidedForLeft() {
        return as(Kind.RESTORE_LEFT, conflict);
    }

    /** A decision that came too late: the device has changed since, and is as this snapshot says. */
    public HubDuty undecided(HubSnapshot now) {
        return as(
                Kind.CONFLICT,
                conflict.map(parked -> new Conflict(parked.left(), Optional.of(now), parked.disputed())));
    }

    private HubDuty as(Kind next, Optional<Conflict> versions) {
        return new HubDuty(
                id,
                registrationId,
                place,
                next,
                incarnation,
                operation,
                status,
                movedTo,
                0,
                Optional.empty(),
                versions,
                fence);
    }

    /** After one more failed attempt. */
    public HubDuty postponed(String error) {
        return new HubDuty(
                id,
                registrationId,
                place,
                kind,
                incarnation,
                operation,
                status,
                movedTo,
                attempts + 1,
                Optional.of(error),
                conflict,
                fence);
    }
}
