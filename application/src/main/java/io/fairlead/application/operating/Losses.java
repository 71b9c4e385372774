package io.fairlead.application.operating;

import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operating.LossAcceptance;
import java.util.List;

/**
 * The losses that operators accept: the state of a device on a hub that is unlinked or does not answer is given up, so
 * that the device's next register may go on. Nothing happens until it registers; a hub that answers then is believed.
 */
public interface Losses {
    List<LossAcceptance> all();

    /** For one device, at the hub that it is assigned to now. Repeated, it changes the reason. */
    LossAcceptance acceptFor(RegistrationId device, String reason, Operator by);

    /** For every device assigned to this hub, linked or not, until it is linked again or this is withdrawn. */
    LossAcceptance acceptFor(HubName hub, String reason, Operator by);

    void withdraw(RegistrationId device, Operator by);

    void withdraw(HubName hub, Operator by);
}
