package io.fairlead.adapters.wire.device;

import io.fairlead.domain.identity.OperationId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells whoever waits for an operation that this server has ended it. What other servers end is not heard of here, so
 * nobody may wait for ever. Holds nothing but who waits; thread-safe.
 */
public final class OperationEnds {
    private final Map<String, List<CompletableFuture<Boolean>>> waiting = new ConcurrentHashMap<>();

    /** True once it has ended. Whoever asks must {@link #forget} it in the end. */
    CompletableFuture<Boolean> of(String operation) {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        waiting.merge(
                operation,
                List.of(end),
                (before, added) ->
                        Stream.concat(before.stream(), added.stream()).toList());
        return end;
    }

    void forget(String operation, CompletableFuture<Boolean> end) {
        waiting.computeIfPresent(operation, (id, ends) -> {
            List<CompletableFuture<Boolean>> left =
                    ends.stream().filter(other -> other != end).toList();
            return left.isEmpty() ? null : left;
        });
    }

    /** An operation has ended, well or not, and whoever looks now will see it. Returns at once. */
    public void ended(OperationId operation) {
        List<CompletableFuture<Boolean>> ends = waiting.remove(operation.value());
        if (ends != null) ends.forEach(end -> end.complete(true));
    }

    /** How many wait. */
    int waiting() {
        return waiting.values().stream().mapToInt(List::size).sum();
    }
}
