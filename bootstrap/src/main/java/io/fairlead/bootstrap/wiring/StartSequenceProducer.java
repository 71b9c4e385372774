package io.fairlead.bootstrap.wiring;

import io.fairlead.bootstrap.runtime.OperatorRecordsPart;
import io.fairlead.bootstrap.runtime.ProcessingTimer;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.runtime.StartSequence;
import io.fairlead.bootstrap.simulation.SimulatedHubsPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Names the parts of the service in the order in which they start; they stop in the opposite one. */
@ApplicationScoped
public class StartSequenceProducer {

    @Produces
    @Singleton
    StartSequence parts(
            DatabasePart database,
            OperatorRecordsPart records,
            SimulatedHubsPart hubs,
            ServiceThreads threads,
            ProcessingTimer timer) {
        return new StartSequence(List.of(database, records, hubs, threads.looks(), threads.operations(), timer));
    }
}
