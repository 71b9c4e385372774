package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.SealedSecrets.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every place of encrypted secrets promises when another key is to encrypt them. */
public interface SealedSecretsContract {
    /** More than one stretch, and not a whole number of them. */
    int SOME = 1_203;

    /** A place with that many secrets, all under a former key. */
    Place placeWith(int secrets);

    /**
     * A place under test.
     *
     * @param readable whether all secrets can be read by a service that has the new key alone
     */
    record Place(SealedSecrets secrets, BooleanSupplier readable) {
        List<Stretch> walk() {
            List<Stretch> stretches = new ArrayList<>();
            Optional<String> next = Optional.empty();
            do {
                Stretch stretch = secrets.renew(next);
                stretches.add(stretch);
                next = stretch.next();
            } while (next.isPresent());
            return stretches;
        }
    }

    @Test
    default void renewShouldBringEverySecretUnderTheNewKey() {
        Place place = placeWith(SOME);
        List<Stretch> walk = place.walk();
        assertThat(walk).hasSizeGreaterThan(1);
        assertThat(walk.stream().mapToInt(Stretch::examined).sum()).isEqualTo(SOME);
        assertThat(walk.stream().mapToInt(Stretch::renewed).sum()).isEqualTo(SOME);
        assertThat(place.readable().getAsBoolean()).isTrue();
    }

    @Test
    default void renewShouldChangeNothingTheSecondTime() {
        Place place = placeWith(3);
        assertThat(place.walk()).containsExactly(new Stretch(3, 3, Optional.empty()));
        assertThat(place.walk()).containsExactly(new Stretch(3, 0, Optional.empty()));
        assertThat(place.readable().getAsBoolean()).isTrue();
    }

    @Test
    default void renewShouldEndAtOnceWhereNothingIs() {
        assertThat(placeWith(0).walk()).containsExactly(new Stretch(0, 0, Optional.empty()));
    }
}
