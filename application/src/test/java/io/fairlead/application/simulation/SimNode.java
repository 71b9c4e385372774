package io.fairlead.application.simulation;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.fake.ScriptedAllocator;
import io.fairlead.application.fake.SimulatedCrash;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.ProcessingNudge;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.StoreException;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.processing.ProcessingService;
import io.fairlead.application.processing.RegistrationProcessing;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.Doorway;
import io.fairlead.application.provisioning.KeepLooks;
import io.fairlead.application.provisioning.ProvisioningService;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.registration.RegistrationFailure;
import io.fairlead.domain.reprovisioning.PlanKind;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One node of the service. It can die at any moment, and then begins anew with nothing but the database. */
final class SimNode implements ProcessingNudge, ProvisioningObserver {
    private static final int FRAMES = 4;

    private final World world;
    private final String name;
    private final Deque<RegistrationOperation> accepted = new ArrayDeque<>();
    private final ProvisioningSettings settings;
    private DeviceProvisioning door;
    private RegistrationProcessing workers;
    private boolean dead;

    SimNode(World world, String name) {
        this.world = world;
        this.name = name;
        this.settings = ProvisioningSettings.defaults(SomeProofs.SCOPE, name);
        start();
    }

    private void start() {
        dead = false;
        accepted.clear();
        HubPaces paces = HubPaces.unlimited(world.clock());
        KeepLooks looks = new KeepLooks(world.registry(), Runnable::run, world.clock(), settings);
        door = new ProvisioningService(
                settings,
                new Doorway(
                        world.database(), world.ids(), world.clock(), new SecureRandom(), LatencyRanking.NONE, paces),
                world.park()::linked,
                looks,
                this,
                this);
        workers = ProcessingService.of(
                settings,
                world.database(),
                world.registry(),
                new ScriptedAllocator(),
                paces,
                world.park()::linked,
                world.ids(),
                world.clock(),
                world.chance().split(),
                this);
    }

    ProvisioningSettings settings() {
        return settings;
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    /** Asks at the door; empty when the answer is lost because the node or the database fails. */
    <T> Optional<T> ask(Function<DeviceProvisioning, T> question) {
        return act(() -> {
            try {
                return Optional.of(question.apply(door));
            } catch (ProvisioningException refused) {
                world.trace().add(() -> "  refused: " + refused.getMessage());
                world.judge().refused(refused.problem().kind());
                return Optional.empty();
            }
        });
    }

    /** Works on what this node has accepted. */
    void workAccepted() {
        while (!accepted.isEmpty()) {
            RegistrationOperation next = accepted.poll();
            act(() -> {
                workers.process(next);
                return Optional.empty();
            });
        }
    }

    /** Works on what is due; whether there may be more. */
    boolean workDue(int limit) {
        return act(() -> {
                    try {
                        return Optional.of(workers.processDue(limit) > 0);
                    } catch (StoreException failed) {
                        return Optional.of(true);
                    }
                })
                .orElse(true);
    }

    private <T> Optional<T> act(Supplier<Optional<T>> work) {
        world.enter(this);
        try {
            Optional<T> result = work.get();
            return dead ? Optional.empty() : result;
        } catch (SimulatedCrash died) {
            return Optional.empty();
        } finally {
            if (dead) {
                world.judge().operations().unanswered();
            }
            world.leave();
            if (dead) {
                world.trace().add(() -> "  " + name + " begins anew");
                start();
            }
        }
    }

    @Override
    public void accepted(RegistrationOperation operation) {
        accepted.add(operation);
    }

    @Override
    public void dutyArrived() {
        // The world asks for duties itself.
    }

    @Override
    public void accepted(RegistrationId id, OperationId operation) {
        world.trace().add(() -> "  accepted " + operation);
    }

    @Override
    public void proofRefused(RegistrationId id, String reason) {
        world.trace().add(() -> "  proof refused: " + reason);
    }

    @Override
    public void kept(RegistrationId id) {
        world.trace().add(() -> "  kept");
    }

    @Override
    public void finished(RegistrationId id, OperationId operation, PlanKind kind) {
        world.trace().add(() -> "  finished " + kind + " " + operation);
    }

    @Override
    public void failed(RegistrationId id, OperationId operation, RegistrationFailure failure) {
        world.trace().add(() -> "  failed " + failure.kind() + ": " + failure.message());
    }

    @Override
    public void retrying(RegistrationId id, String what, String reason) {
        world.trace().add(() -> "  retrying " + what + ": " + reason);
    }

    @Override
    public void unexpected(RegistrationId id, String what, Throwable cause) {
        String where = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.fairlead"))
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", "));
        throw new Violation("unexpected in " + what + ": " + cause + " at " + where);
    }

    @Override
    public String toString() {
        return name;
    }
}
