package io.fairlead.application.operating;

import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.SealedSecrets.Stretch;
import io.fairlead.application.port.SecretsKeyBook;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.operation.AuditSubject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks from one place of secrets to the next. A place in the walk is {@code number of the place:place within}. */
public final class SecretsCareService implements SecretsCare {
    private static final char BETWEEN = ':';

    private final OperatingDesk desk;
    private final List<SealedSecrets> places;
    private final SecretsKeyBook keys;

    /** @param places in an order that does not change between calls */
    public SecretsCareService(
            UnitOfWork work, IdSource ids, Clock clock, List<SealedSecrets> places, SecretsKeyBook keys) {
        this.desk = new OperatingDesk(work, ids, clock, () -> {});
        this.places = List.copyOf(places);
        this.keys = keys;
    }

    @Override
    public Progress reencrypt(Optional<String> after, Operator by) {
        int number = after.map(this::number).orElse(0);
        Stretch stretch = places.get(number)
                .renew(after.map(place -> place.substring(place.indexOf(BETWEEN) + 1))
                        .filter(within -> !within.isEmpty()));
        Optional<String> next = next(number, stretch);
        if (next.isEmpty()) end(by);
        return new Progress(keys.active(), stretch.examined(), stretch.renewed(), next);
    }

    private Optional<String> next(int number, Stretch stretch) {
        Optional<String> within = stretch.next().map(place -> "" + number + BETWEEN + place);
        return within.or(
                () -> number + 1 < places.size() ? Optional.of("" + (number + 1) + BETWEEN) : Optional.empty());
    }

    private void end(Operator by) {
        keys.keepOnlyActive();
        desk.change(stores -> {
            desk.audit(
                    stores,
                    by,
                    new AuditSubject(AuditSubject.Kind.SERVICE, "secrets"),
                    List.of(),
                    Deed.SECRETS_REENCRYPTED,
                    Map.of("key", keys.active()));
            return stores;
        });
    }

    private int number(String place) {
        int end = place.indexOf(BETWEEN);
        for (int number = 0; number < places.size(); number++) {
            if (end > 0 && place.substring(0, end).equals("" + number)) return number;
        }
        throw Problem.field("after", "must be what the call before answered as next, or absent to begin")
                .asException();
    }
}
