package io.fairlead.application.move;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.fake.ScriptedAllocator;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.ProcessingNudge;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.processing.ProcessingService;
import io.fairlead.application.processing.RegistrationProcessing;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.Doorway;
import io.fairlead.application.provisioning.KeepLooks;
import io.fairlead.application.provisioning.ProvisioningService;
import io.fairlead.domain.fixture.SomeProofs;
import io.fairlead.domain.operation.RegistrationOperation;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One server of a scene: its door, its workers, and what it has accepted and not begun. It dies by being dropped. */
final class MoveNode implements ProcessingNudge {
    private static final int PLENTY = 100;

    private final List<RegistrationOperation> accepted = new ArrayList<>();
    private final ProvisioningSettings settings;
    private final DeviceProvisioning door;
    private final RegistrationProcessing workers;

    MoveNode(int number, UnitOfWork work, HubRegistry hubs, LinkedHubDirectory linked, IdSource ids, Clock clock) {
        HubPaces paces = HubPaces.unlimited(clock);
        settings = ProvisioningSettings.defaults(SomeProofs.SCOPE, "node-" + number);
        Surprises events = new Surprises();
        door = new ProvisioningService(
                settings,
                new Doorway(work, ids, clock, new SecureRandom(), LatencyRanking.NONE, paces),
                linked,
                new KeepLooks(hubs, Runnable::run, clock, settings),
                this,
                events);
        workers = ProcessingService.of(
                settings, work, hubs, new ScriptedAllocator(), paces, linked, ids, clock, new Random(number), events);
    }

    DeviceProvisioning door() {
        return door;
    }

    ProvisioningSettings settings() {
        return settings;
    }

    /** Does what it accepted, then everything that is due. */
    void work() {
        List<RegistrationOperation> mine = drained();
        mine.forEach(workers::process);
        workDue();
    }

    void workDue() {
        while (workers.processDue(PLENTY) > 0) {
            // What is done may leave more that is due at once.
        }
    }

    private synchronized List<RegistrationOperation> drained() {
        List<RegistrationOperation> all = List.copyOf(accepted);
        accepted.clear();
        return all;
    }

    @Override
    public synchronized void accepted(RegistrationOperation operation) {
        accepted.add(operation);
    }

    @Override
    public void dutyArrived() {
        // The scene asks for duties itself.
    }
}
