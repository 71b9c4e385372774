package io.fairlead.adapters.persistence.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.adapters.persistence.database.DatabaseUnusable;
import io.fairlead.adapters.persistence.testing.DatabaseExtension;
import io.fairlead.adapters.persistence.testing.SomeSealing;
import io.fairlead.adapters.sealing.KeyRing;
import io.fairlead.adapters.sealing.Sealing;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyRegisterTest {
    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.h2();

    private KeyRegister register;

    @BeforeEach
    void open() {
        register = new KeyRegister(DATABASE.database());
    }

    private static String id(int number) {
        return SomeSealing.key(number).id();
    }

    private void enter(int... numbers) {
        String text = String.join(
                "\n", IntStream.of(numbers).mapToObj(SomeSealing::base64).toList());
        KeyRing ring = KeyRing.parse(text);
        register.enter(ring, new Sealing(ring, new SecureRandom()));
    }

    @Test
    void enterShouldRememberTheKeyOfANewDatabase() {
        assertThat(register.ids()).isEmpty();
        enter(1);
        enter(1);
        assertThat(register.ids()).containsExactly(id(1));
    }

    @Test
    void enterShouldRefuseAnotherKey() {
        enter(1);
        assertThatThrownBy(() -> enter(2))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessage("secrets in the database are encrypted with key " + id(1)
                        + ", which is not among the configured keys (" + id(2) + ")");
        assertThat(register.ids()).containsExactly(id(1));
    }

    @Test
    void enterShouldTakeASuccessorThatComesWithTheFormerKey() {
        enter(1);
        enter(2, 1);
        assertThat(register.ids()).containsExactlyInAnyOrder(id(1), id(2));
        assertThatThrownBy(() -> enter(2)).isInstanceOf(DatabaseUnusable.class);

        new ActiveKeyBook(DATABASE.database(), SomeSealing.of(2)).keepOnlyActive();

        enter(2);
        assertThat(register.ids()).containsExactly(id(2));
    }

    @Test
    void enterShouldRefuseAProofThatWasChanged() {
        enter(1);
        DATABASE.jdbi()
                .useHandle(handle -> handle.execute("update fairlead.sealing_keys set proof = 'sealed:" + id(1)
                        + ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"));
        assertThatThrownBy(() -> enter(1)).isInstanceOf(DatabaseUnusable.class).hasMessageContaining("not the one");
    }

    @Test
    void enterShouldLetOneKeyWinWhenServersWithDifferentOnesStartTogether() {
        List<CompletableFuture<Boolean>> starts = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> isTaken(number)))
                .toList();
        assertThat(starts.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(register.ids()).hasSize(1);
    }

    private boolean isTaken(int number) {
        try {
            enter(number);
            return true;
        } catch (DatabaseUnusable e) {
            return false;
        }
    }
}
