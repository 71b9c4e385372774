package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.hubsim.HubSim;
import io.fairlead.adapters.hubsim.SimulatedHubs;
import io.fairlead.adapters.hubsim.fault.FaultGate;
import io.fairlead.adapters.hubsim.fault.FaultScriptFile;
import io.fairlead.adapters.hubsim.fault.StoredFaultScript;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.bootstrap.runtime.ThreadPause;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.bootstrap.simulation.SimulatedHubsPart;
import io.fairlead.bootstrap.simulation.SimulatedHubsWindow;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.FaultScriptText;
import io.fairlead.domain.operating.HubKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The hubs: simulated ones, linked by their names in the settings. */
@ApplicationScoped
public class HubProducer {
    /** Faults of the simulated hubs, read from the data directory whenever it changes. */
    private static final String FAULT_SCRIPT = "hub-faults.txt";

    /** Made at the first use of the registry, which is after the database was opened. */
    @Produces
    @ApplicationScoped
    HubRegistry registry(
            Settings settings, DatabasePart database, CachedOperatorBook book, Clock clock, SecureRandom random) {
        return hubs(settings, database, book, clock, random).registry();
    }

    @Produces
    @Singleton
    SimulatedHubsPart window(
            Settings settings, DatabasePart database, CachedOperatorBook book, Clock clock, SecureRandom random) {
        return new SimulatedHubsPart(() -> new SimulatedHubsWindow(
                () -> everSaid(settings, book),
                hubs(settings, database, book, clock, random).inspection()));
    }

    private static HubSim hubs(
            Settings settings, DatabasePart database, CachedOperatorBook book, Clock clock, SecureRandom random) {
        Path script = settings.server().dataDirectory().resolve(FAULT_SCRIPT);
        StoredFaultScript stored = new StoredFaultScript(
                () -> book.book().faults().map(FaultScriptText::text).orElse(""));
        FaultScriptFile file = new FaultScriptFile(script, clock);
        FaultGate gate = new FaultGate(() -> file.orElse(stored), random, ThreadPause::last);
        return new HubSim(database.database().dataSource(), database.sealing(), simulated(book), gate, random);
    }

    private static SimulatedHubs simulated(CachedOperatorBook book) {
        return SimulatedHubs.following(() -> linked(book).toList());
    }

    private static Stream<HubName> linked(CachedOperatorBook book) {
        return book.book().hubs().stream()
                .filter(link -> link.kind() == HubKind.SIMULATED)
                .map(link -> link.hub().name());
    }

    /** A hub that was unlinked still holds its devices. */
    private static List<HubName> everSaid(Settings settings, CachedOperatorBook book) {
        Stream<HubName> configured = settings.hubs().simulated().stream().map(HubName::new);
        return Stream.concat(configured, linked(book)).distinct().toList();
    }
}
