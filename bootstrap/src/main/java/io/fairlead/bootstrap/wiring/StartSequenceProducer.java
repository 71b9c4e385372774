package io.fairlead.bootstrap.wiring;

import io.fairlead.bootstrap.runtime.StartSequence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Names the parts of the service in the order in which they start. */
@ApplicationScoped
public class StartSequenceProducer {

    @Produces
    @Singleton
    StartSequence parts() {
        return new StartSequence(List.of());
    }
}
