package io.fairlead.application.provisioning;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.UnitOfWork;
import java.time.Clock;

/** What every part of the device's door needs: the database, new ids and the time. */
public record Doorway(UnitOfWork work, IdSource ids, Clock clock) {}
