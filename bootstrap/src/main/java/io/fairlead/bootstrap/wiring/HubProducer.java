package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.hubsim.HubSim;
import io.fairlead.adapters.hubsim.SimulatedHubs;
import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.FaultScriptFile;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.bootstrap.runtime.ThreadPause;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.bootstrap.simulation.SimulatedHubsPart;
import io.fairlead.bootstrap.simulation.SimulatedHubsWindow;
import io.fairlead.domain.allocation.LinkedHub;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.device.HubProfile;
import io.fairlead.domain.identity.HubName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hubs: simulated ones, linked by their names in the settings. */
@ApplicationScoped
public class HubProducer {
    /** Faults of the simulated hubs, read from the data directory whenever it changes. */
    private static final String FAULT_SCRIPT = "hub-faults.txt";

    @Produces
    @Singleton
    LinkedHubDirectory directory(Settings settings) {
        List<LinkedHub> linked =
                settings.hubs().simulated().stream().map(LinkedHub::of).toList();
        LinkedHubs hubs = new LinkedHubs(linked);
        return () -> hubs;
    }

    /** Made at the first use of the registry, which is after the database was opened. */
    @Produces
    @ApplicationScoped
    HubRegistry registry(Settings settings, DatabasePart database, Clock clock, SecureRandom random) {
        return hubs(settings, database, clock, random).registry();
    }

    @Produces
    @Singleton
    SimulatedHubsPart window(Settings settings, DatabasePart database, Clock clock, SecureRandom random) {
        return new SimulatedHubsPart(() -> new SimulatedHubsWindow(
                settings.hubs().simulated().stream().map(HubName::new).toList(),
                hubs(settings, database, clock, random).inspection()));
    }

    private static HubSim hubs(Settings settings, DatabasePart database, Clock clock, SecureRandom random) {
        Path script = settings.server().dataDirectory().resolve(FAULT_SCRIPT);
        FaultGate gate = new FaultGate(new FaultScriptFile(script, clock), random, ThreadPause::last);
        return new HubSim(database.database().dataSource(), simulated(settings), gate, random);
    }

    private static SimulatedHubs simulated(Settings settings) {
        HubProfile full = SimulatedHubs.profileWithout();
        return new SimulatedHubs(settings.hubs().simulated().stream()
                .map(HubName::new)
                .collect(Collectors.toMap(Function.identity(), name -> full)));
    }
}
