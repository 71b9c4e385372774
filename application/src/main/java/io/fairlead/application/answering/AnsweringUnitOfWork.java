package io.fairlead.application.answering;

import io.fairlead.application.port.StoreException;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.Problem.Kind;
import io.fairlead.application.problem.ProvisioningException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A unit of work on behalf of somebody who waits: when the database fails, that becomes a problem that says to come
 * back, with the failure as its cause for the log. Workers have nobody waiting and use the plain one.
 */
public final class AnsweringUnitOfWork implements UnitOfWork {
    private final UnitOfWork work;

    public AnsweringUnitOfWork(UnitOfWork work) {
        this.work = work;
    }

    @Override
    public <T> T write(Function<Stores, T> task) {
        return answering(() -> work.write(task));
    }

    @Override
    public <T> T read(Function<Stores, T> task) {
        return answering(() -> work.read(task));
    }

    private static <T> T answering(Supplier<T> task) {
        try {
            return task.get();
        } catch (StoreException e) {
            ProvisioningException answer = Problem.of(
                            Kind.UNAVAILABLE, "the service's database does not answer: try again later")
                    .asException();
            answer.initCause(e);
            throw answer;
        }
    }
}
