package io.fairlead.application.administration;

import io.fairlead.application.problem.Problem;
import java.util.function.Function;

/**
 * One of several changes that are asked for at once.
 *
 * @param <I> the id of the entries
 */
public sealed interface BulkItem<I> {
    I id();

    /** Exhaustive dispatch over what is to be done. */
    <R> R match(
            Function<Create<I>, R> create,
            Function<Update<I>, R> update,
            Function<Delete<I>, R> delete,
            Function<Broken<I>, R> broken);

    /** Adds an entry; refused as a conflict when the id is taken. */
    record Create<I>(I id, EnrollmentDraft draft) implements BulkItem<I> {
        @Override
        public <R> R match(
                Function<Create<I>, R> create,
                Function<Update<I>, R> update,
                Function<Delete<I>, R> delete,
                Function<Broken<I>, R> broken) {
            return create.apply(this);
        }
    }

    /** Replaces an entry that is there. */
    record Update<I>(I id, EnrollmentDraft draft, Precondition precondition) implements BulkItem<I> {
        @Override
        public <R> R match(
                Function<Create<I>, R> create,
                Function<Update<I>, R> update,
                Function<Delete<I>, R> delete,
                Function<Broken<I>, R> broken) {
            return update.apply(this);
        }
    }

    /** Removes an entry, at whatever version it is. */
    record Delete<I>(I id) implements BulkItem<I> {
        @Override
        public <R> R match(
                Function<Create<I>, R> create,
                Function<Update<I>, R> update,
                Function<Delete<I>, R> delete,
                Function<Broken<I>, R> broken) {
            return delete.apply(this);
        }
    }

    /** What could not be understood; its neighbours are not to suffer for it. */
    record Broken<I>(I id, Problem problem) implements BulkItem<I> {
        @Override
        public <R> R match(
                Function<Create<I>, R> create,
                Function<Update<I>, R> update,
                Function<Delete<I>, R> delete,
                Function<Broken<I>, R> broken) {
            return broken.apply(this);
        }
    }
}
