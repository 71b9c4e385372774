package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.identity.IdScope;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.Quotas;
import java.util.function.UnaryOperator;

/** The service as a whole: its id scope, and what holds for all of it. */
public interface Instance {
    IdScope idScope();

    /** The settings in force. */
    InstanceSettings settings();

    /** The quotas in force at this server under these settings. */
    Quotas quotas(InstanceSettings settings);

    /**
     * Changes the settings.
     *
     * @param change of the stored ones; their stamp is set afterwards
     */
    InstanceSettings change(UnaryOperator<InstanceSettings> change, Precondition precondition, Operator by);
}
