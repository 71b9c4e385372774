package io.fairlead.adapters.amqp.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that may be decoded, and lies that would cost the decoder its memory or its stack. */
class ValueWalkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40",
                "41",
                "43",
                "45",
                "5001",
                "60ffff",
                "7000000001",
                "800000000000000001",
                "98000102030405060708090a0b0c0d0e0f",
                "a000",
                "a103616263",
                "b100000003616263",
                "a3016d",
                "c00100",
                "c0020140",
                "d0000000050000000141",
                "c10502a1016141",
                "e003015001",
                "f000000006000000015207",
                "e0020040",
                "e0024040",
                "00531045",
                "00a3016dc00100"
            })
    void soundValueShouldPass(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        ValueWalk walk = new ValueWalk(bytes, 0, bytes.length, 16, 100);

        assertThatCode(walk::value).doesNotThrowAnyException();
        assertThat(walk.atEnd()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no value at all, ''",
        "no such type, 3f",
        "no such fixed type, 46",
        "a number that is cut off, 700000",
        "a binary that is longer than all, a0ff00",
        "a binary of two gigabytes, b07fffffff00",
        "a binary of four gigabytes, b0ffffffff00",
        "a list of two thousand million, d0000000047ffffffe",
        "a list of minus one, d000000004ffffffff",
        "a list that is longer than all, c0ff00",
        "a list with fewer items than it says, c0020240",
        "a list with more bytes than items, c00301404040",
        "a list with no room for its count, c000",
        "a map with a key alone, c1030141",
        "an array of nothing without end, f0000000051000000040",
        "an array of nothing that is too long, e0024140",
        "an array of lists that lie, e005020045c0",
        "a described array item described twice, e0080100531000531040",
        "a value described twice, 00531000531045",
        "a descriptor without a value, 005310"
    })
    void lieShouldBeFound(String what, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertThatThrownBy(() -> new ValueWalk(bytes, 0, bytes.length, 16, 100).value())
                .isInstanceOf(MalformedValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "00", "e0"})
    void depthShouldBeBounded(String kind) {
        byte[] bytes = nested(kind, 60);

        assertThatThrownBy(() -> new ValueWalk(bytes, 0, bytes.length, 16, 1000).value())
                .isInstanceOf(MalformedValue.class)
                .hasMessage("values are nested too deeply");
    }

    /** Lists in lists, descriptors of descriptors, arrays of arrays. */
    private static byte[] nested(String kind, int levels) {
        String hex = "40";
        for (int i = 0; i < levels; i++) {
            hex = switch (kind) {
                case "c0" -> "c0%02x01%s".formatted(hex.length() / 2 + 1, hex);
                case "00" -> "00" + hex + "40";
                default -> i == 0 ? "e0020040" : "e0%02x01%s".formatted(hex.length() / 2 + 1, hex);
            };
        }
        return HexFormat.of().parseHex(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "e0"})
    void numberShouldBeBounded(String kind) {
        String items = kind.equals("c0") ? "40".repeat(101) : "50" + "00".repeat(101);
        byte[] bytes = HexFormat.of().parseHex("%s%02x65%s".formatted(kind, items.length() / 2 + 1, items));

        assertThatThrownBy(() -> new ValueWalk(bytes, 0, bytes.length, 16, 100).value())
                .isInstanceOf(MalformedValue.class)
                .hasMessage("there are too many values");
    }
}
