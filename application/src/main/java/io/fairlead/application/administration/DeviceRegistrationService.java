package io.fairlead.application.administration;

import io.fairlead.application.answering.AnsweringUnitOfWork;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WriteConflict;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.registration.DeviceRegistration;
import java.time.Clock;
import java.util.Optional;

/** The registration records over their store. */
public final class DeviceRegistrationService implements DeviceRegistrations {
    private final UnitOfWork work;
    private final OperatorTrail trail;

    public DeviceRegistrationService(UnitOfWork work, IdSource ids, Clock clock) {
        this.work = new AnsweringUnitOfWork(work);
        this.trail = new OperatorTrail(ids, clock);
    }

    @Override
    public DeviceRegistration get(RegistrationId id) {
        return work.read(stores -> stores.registrations().find(id))
                .orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
    }

    @Override
    public void delete(RegistrationId id, Precondition precondition, String caller) {
        work.write(stores -> {
            DeviceRegistration record =
                    stores.registrations().find(id).orElseThrow(() -> EnrollmentDesk.notFound(name(id)));
            EnrollmentDesk.demandVersion(precondition, Optional.of(record.etag()), name(id));
            record.runningOperation().ifPresent(operation -> {
                throw underWay(id);
            });
            if (!stores.registrations().remove(id, record.etag())) {
                throw new WriteConflict(name(id) + " was changed at the same moment");
            }
            trail.recordRemoved(stores, record, caller);
            return null;
        });
    }

    /** Without its record a saga has nothing to go by; and the device that waits for it would be told of a failure. */
    private static RuntimeException underWay(RegistrationId id) {
        return Problem.of(
                        Kind.CONFLICT,
                        name(id) + " cannot be deleted while the device is being assigned: try again when that has "
                                + "ended; if the device keeps registering, disable its enrollment first")
                .asException();
    }

    private static String name(RegistrationId id) {
        return "the registration record of '" + id + "'";
    }
}
