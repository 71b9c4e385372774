package io.fairlead.adapters.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static String key(int number) {
        byte[] bytes = new byte[SealingKey.BYTES];
        bytes[0] = (byte) number;
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void parseShouldTakeTheFirstKeyAsTheActiveOne() {
        KeyRing ring = KeyRing.parse("# of May\n  " + key(1) + "\n\n#of April\n" + key(2) + " " + key(3) + "\n");
        assertThat(ring.ids()).hasSize(3).first().isEqualTo(ring.active().id());
        assertThat(ring.active().id())
                .isEqualTo(KeyRing.parse(key(1)).active().id())
                .matches("[0-9a-f]{8}");
        assertThat(ring.find(KeyRing.parse(key(3)).active().id())).isPresent();
        assertThat(ring.find(KeyRing.parse(key(4)).active().id())).isEmpty();
    }

    @Test
    void toStringShouldShowNoKey() {
        KeyRing ring = KeyRing.parse(key(7));
        assertThat(ring + " " + ring.active())
                .doesNotContain(key(7))
                .contains(ring.active().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "# only words",
                "c2hvcnQ=",
                "not base64 at all!",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISI="
            })
    void parseShouldRefuseWhatIsNoKey(String text) {
        assertThatThrownBy(() -> KeyRing.parse(text))
                .isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("Base64")
                .hasMessageNotContaining(text.isBlank() ? "\0" : text);
    }

    @Test
    void parseShouldRefuseKeysWithoutEnd() {
        String many = IntStream.range(0, 17).mapToObj(KeyRingTest::key).collect(Collectors.joining("\n"));
        assertThatThrownBy(() -> KeyRing.parse(many)).hasMessageContaining("17 keys");
    }
}
