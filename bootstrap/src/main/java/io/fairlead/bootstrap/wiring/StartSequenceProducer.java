package io.fairlead.bootstrap.wiring;

import io.fairlead.application.port.LatencyRanking;
import io.fairlead.bootstrap.runtime.CertificateWatch;
import io.fairlead.bootstrap.runtime.DeviceListeners;
import io.fairlead.bootstrap.runtime.OperatorRecordsPart;
import io.fairlead.bootstrap.runtime.ProcessingTimer;
import io.fairlead.bootstrap.runtime.ServicePart;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.runtime.StartSequence;
import io.fairlead.bootstrap.simulation.SimulatedHubsPart;
import io.fairlead.bootstrap.websocket.DeviceSockets;
import io.fairlead.bootstrap.websocket.SocketsPart;
import io.fairlead.domain.certificate.RevocationLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Names the parts of the service in the order in which they start; they stop in the opposite one. The ranking and the
 * revocation lists are no parts, but are made here so that a file that cannot be used stops the start.
 */
@ApplicationScoped
public class StartSequenceProducer {

    @Produces
    @Singleton
    StartSequence parts(
            DatabasePart database,
            OperatorRecordsPart records,
            SimulatedHubsPart hubs,
            ServiceThreads threads,
            ProcessingTimer timer,
            CertificateWatch certificates,
            LatencyRanking ranking,
            Supplier<RevocationLists> revocations,
            DeviceListeners listeners,
            DeviceSockets sockets) {
        List<ServicePart> parts = new ArrayList<>(List.of(
                database,
                records,
                hubs,
                threads.looks(),
                threads.webhooks(),
                threads.operations(),
                threads.requests(),
                timer,
                certificates,
                new SocketsPart(sockets.connections())));
        parts.addAll(listeners.all());
        return new StartSequence(parts);
    }
}
