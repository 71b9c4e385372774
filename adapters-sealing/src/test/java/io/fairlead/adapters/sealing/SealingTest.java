package io.fairlead.adapters.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final String SECRET = "bm90IGZvciB0aGUgZGF0YWJhc2U=";

    private final String first = key(1);
    private final String second = key(2);
    private final Sealing sealing = sealing(first);
    private final RowSeal row = sealing.row("enrollments", "dev-1");

    private static String key(int fill) {
        byte[] bytes = new byte[SealingKey.BYTES];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Sealing sealing(String keys) {
        return new Sealing(KeyRing.parse(keys), new SecureRandom());
    }

    @Test
    void openShouldGiveBackWhatWasSealed() {
        for (String secret : new String[] {"", "x", SECRET, "ключ".repeat(1000)}) {
            assertThat(row.open("keys", row.seal("keys", secret))).isEqualTo(secret);
        }
    }

    @Test
    void sealShouldHideTheSecretAndDifferEachTime() {
        String sealed = row.seal("keys", SECRET);
        assertThat(sealed).startsWith("sealed:").doesNotContain(SECRET).isNotEqualTo(row.seal("keys", SECRET));
        assertThat(Sealing.isSealed(sealed)).isTrue();
        assertThat(Sealing.isSealed(SECRET)).isFalse();
    }

    @Test
    void openShouldRefuseAnotherPlace() {
        String sealed = row.seal("keys", SECRET);
        assertThatThrownBy(() -> sealing.row("enrollments", "dev-2").open("keys", sealed))
                .isInstanceOf(BrokenSeal.class)
                .hasMessage(
                        "the secret at enrollments/dev-2/keys cannot be read: it was changed, or belongs to another place");
        assertThatThrownBy(() -> row.open("other", sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void openShouldRefuseEveryChangedOrMissingCharacter() {
        String sealed = row.seal("keys", SECRET);
        IntStream.range(0, sealed.length()).forEach(at -> {
            // Far enough in the alphabet of Base64 to change the bits of the last character that count.
            char other = "ABCD".indexOf(sealed.charAt(at)) < 0 ? 'A' : '/';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThatThrownBy(() -> row.open("keys", changed)).as(changed).isInstanceOf(BrokenSeal.class);
            assertThatThrownBy(() -> row.open("keys", sealed.substring(0, at))).isInstanceOf(BrokenSeal.class);
        });
    }

    @Test
    void openShouldRefusePlainTextAndUnknownKeys() {
        assertThatThrownBy(() -> row.open("keys", SECRET)).hasMessageContaining("not encrypted");
        String foreign = sealing(second).row("enrollments", "dev-1").seal("keys", SECRET);
        assertThatThrownBy(() -> row.open("keys", foreign))
                .hasMessageContaining(
                        "encrypted with key " + KeyRing.parse(second).active().id())
                .hasMessageContaining("does not have");
        assertThatThrownBy(() -> row.open("keys", "sealed:<script>:AAAA")).hasMessageContaining("of no known form");
    }

    @Test
    void renewShouldLeadToTheFirstKeyAndThenChangeNothing() {
        String old = row.seal("keys", SECRET);
        Sealing after = sealing(second + "\n" + first);
        assertThat(after.isOutdated(old)).isTrue();

        String renewed = after.row("enrollments", "dev-1").renew("keys", old);

        assertThat(after.isOutdated(renewed)).isFalse();
        assertThat(sealing(second).row("enrollments", "dev-1").open("keys", renewed))
                .isEqualTo(SECRET);
        assertThat(after.row("enrollments", "dev-1").renew("keys", renewed)).isSameAs(renewed);
        assertThat(after.row("enrollments", "dev-1").renew("keys", "plain")).isEqualTo("plain");
    }
}
