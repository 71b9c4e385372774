package io.fairlead.application.administration;

import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What came of one of several changes.
 *
 * @param refusal why it was not made; empty when it was
 * @param <I> the id of the entries
 */
public record BulkOutcome<I>(I id, Optional<Problem> refusal) {

    /** The outcome of each item in order; a refusal of one leaves the others alone. */
    static <I> List<BulkOutcome<I>> ofEach(BulkChange<I> change, Consumer<BulkItem<I>> deed) {
        return change.items().stream().map(item -> of(item, deed)).toList();
    }

    private static <I> BulkOutcome<I> of(BulkItem<I> item, Consumer<BulkItem<I>> deed) {
        try {
            deed.accept(item);
            return new BulkOutcome<>(item.id(), Optional.empty());
        } catch (ProvisioningException e) {
            return new BulkOutcome<>(item.id(), Optional.of(e.problem()));
        }
    }
}
