package io.fairlead.application.move;

import io.fairlead.application.fake.FixedIds;
import io.fairlead.application.fake.InMemoryUnitOfWork;
import io.fairlead.application.fake.InsideUnitOfWork;
import io.fairlead.application.fake.ScriptedHubs;
import io.fairlead.application.fake.SettableClock;
import io.fairlead.application.fake.SimulatedCrash;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.StoreException;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.provisioning.OperationInquiry;
import io.fairlead.application.provisioning.OperationReport;
import io.fairlead.application.provisioning.RegistrationRequest;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.attestation.DeviceCredential;
import io.fairlead.domain.attestation.SharedAccessProof;
import io.fairlead.domain.device.HubDeviceKey;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.fixture.SomeEnrollments;
import io.fairlead.domain.fixture.SomeKeys;
import io.fairlead.domain.fixture.SomeMoments;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.fixture.SomeTwins;
import io.fairlead.domain.identity.DeviceId;
import io.fairlead.domain.identity.OperationId;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.AuditEntry;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.HubDuty;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.StoredSnapshot;
import io.fairlead.domain.registration.DeviceRegistration;
import io.fairlead.domain.reprovisioning.ReprovisioningSupport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A device, two hubs, a database in memory and the server of the hour, on a clock that stands still until moved. */
final class MoveScene {
    private static final AtomicLong DEVICES = new AtomicLong();
    private static final Duration AFTER_A_LEASE = Duration.ofSeconds(31);
    private static final int PATIENCE = 60;

    private final HubSide from;
    private final HubSide to;
    private final RegistrationId id = new RegistrationId("moving-" + DEVICES.incrementAndGet());
    private final SettableClock clock = SettableClock.at(SomeMoments.NOW);
    private final Moments moments = new Moments();
    private final InMemoryUnitOfWork database = new InMemoryUnitOfWork(clock, moments);
    private final FixedIds ids = new FixedIds(new Random(DEVICES.get()));
    private final ScriptedHubs hubs;
    private int nodes;
    private MoveNode node;

    MoveScene(HubSide from, HubSide to) {
        this.from = from;
        this.to = to;
        this.hubs = new ScriptedHubs(
                Map.of(from.name(), from.registry(), to.name(), to.registry()), InsideUnitOfWork::now, moments);
        this.node = anotherNode();
    }

    // The operator.

    SomeEnrollments.Builder entry(HubSide where) {
        return SomeEnrollments.anEnrollment()
                .withId(id.value())
                .withHubs(where.name())
                .withInitialTwin(SomeTwins.someInitialTwin());
    }

    void enroll(IndividualEnrollment entry) {
        boolean saved = database.write(stores -> stores.enrollments()
                .find(id)
                .map(old -> stores.enrollments().replace(entry, old.stamp().etag()))
                .orElseGet(() -> stores.enrollments().insert(entry)));
        if (!saved) {
            throw new IllegalStateException("the entry was not saved");
        }
    }

    // The device.

    OperationReport register() {
        return node.door()
                .register(new RegistrationRequest(
                        SomeProofs.SCOPE.value(), id, proof(), Optional.empty(), ReprovisioningSupport.NATIVE));
    }

    OperationReport poll(OperationId operation) {
        return node.door().operation(new OperationInquiry(SomeProofs.SCOPE.value(), id, proof(), operation));
    }

    /** Registers and polls until it is told an end, through crashes of the server and pauses of the workers. */
    OperationReport provision() {
        Optional<OperationId> operation = Optional.empty();
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try {
                OperationId asked = operation.orElseGet(() -> register().operationId());
                operation = Optional.of(asked);
                node.work();
                OperationReport report = poll(asked);
                if (report.status() != OperationStatus.RUNNING) {
                    return report;
                }
                clock.advance(Duration.ofSeconds(5));
            } catch (SimulatedCrash crash) {
                takeOver();
            } catch (ProvisioningException | StoreException failure) {
                clock.advance(Duration.ofSeconds(5));
            }
        }
        throw new AssertionError("the device is told 'assigning' for ever");
    }

    /** Registers again and again, as devices do, until it is assigned. */
    OperationReport provisionUntilAssigned() {
        for (int attempt = 0; attempt < 4; attempt++) {
            clock.advance(Duration.ofSeconds(1));
            OperationReport report = provision();
            if (report.status() == OperationStatus.ASSIGNED) {
                return report;
            }
        }
        throw new AssertionError("the device is refused again and again: "
                + record().lastFailure().orElseThrow());
    }

    // The servers.

    /** The server has died; another one goes on when its leases are over. */
    void takeOver() {
        node = anotherNode();
        clock.advance(AFTER_A_LEASE);
    }

    /** Everything that is owed, also what had to wait; through crashes. */
    void settle() {
        for (int attempt = 0; attempt < PATIENCE && !owed().isEmpty(); attempt++) {
            try {
                node.workDue();
                clock.advance(Duration.ofMinutes(1));
            } catch (SimulatedCrash crash) {
                takeOver();
            } catch (StoreException failure) {
                clock.advance(Duration.ofSeconds(5));
            }
        }
    }

    MoveNode node() {
        return node;
    }

    private MoveNode anotherNode() {
        LinkedHubs linked = LinkedHubs.of(new LinkedHub(from.name(), 1, true), new LinkedHub(to.name(), 1, true));
        return new MoveNode(++nodes, database, hubs, () -> linked, ids, clock);
    }

    // What is known, past all faults.

    Optional<HubSnapshot> on(HubSide side) {
        return side.registry().read(at(side));
    }

    HubDeviceKey at(HubSide side) {
        return new HubDeviceKey(side.name(), new DeviceId(id.value()));
    }

    boolean canConnectTo(HubSide side) {
        return side.users().canConnect(at(side), credential());
    }

    DeviceCredential credential() {
        return SomeKeys.someCredential();
    }

    DeviceRegistration record() {
        return database.read(stores -> stores.registrations().find(id)).orElseThrow();
    }

    Optional<StoredSnapshot> snapshot() {
        return database.read(stores -> stores.snapshots().newest(id));
    }

    List<HubDuty> duties() {
        return database.read(stores -> stores.hubDuties().of(id));
    }

    /** What is owed and not parked for an operator. */
    List<HubDuty> owed() {
        return duties().stream()
                .filter(duty -> duty.kind() != HubDuty.Kind.CONFLICT)
                .toList();
    }

    List<AuditEntry> audit() {
        return database.read(stores -> stores.audit().of(AuditSubject.device(id), PageRequest.first(1000)))
                .items();
    }

    HubSide from() {
        return from;
    }

    HubSide to() {
        return to;
    }

    SettableClock clock() {
        return clock;
    }

    Moments moments() {
        return moments;
    }

    private SharedAccessProof proof() {
        return SomeProofs.token(
                SomeKeys.someKeys().primary(), id, clock.instant().plus(Duration.ofHours(1)));
    }
}
