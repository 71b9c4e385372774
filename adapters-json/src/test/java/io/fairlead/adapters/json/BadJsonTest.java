package io.fairlead.adapters.json;

import static io.fairlead.adapters.json.JsonTextTest.utf8;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadJsonTest {

    static Stream<Arguments> badTexts() {
        return Stream.of(
                arguments("nothing", utf8(""), "is empty"),
                arguments("blanks", utf8(" \n "), "is empty"),
                arguments("an open object", utf8("{\"a\":1"), "ends before it is complete"),
                arguments("an open string", utf8("\"abc"), "ends before it is complete"),
                arguments("an open array", utf8("[1"), "ends before it is complete"),
                arguments("an end after a comma", utf8("[1,"), "is not well formed"),
                arguments("a trailing comma", utf8("{\"a\":1,}"), "is not well formed (line 1, column 9)"),
                arguments("a comma in front", utf8("[,1]"), "is not well formed"),
                arguments("no colon", utf8("{\"a\" 1}"), "is not well formed"),
                arguments("no quotes", utf8("{a:1}"), "is not well formed"),
                arguments("single quotes", utf8("{'a':1}"), "is not well formed"),
                arguments("a comment", utf8("/*x*/1"), "is not well formed"),
                arguments("a word", utf8("secret"), "is not well formed"),
                arguments("NaN", utf8("NaN"), "is not well formed"),
                arguments("Infinity", utf8("[-Infinity]"), "is not well formed"),
                arguments("hexadecimal", utf8("0x10"), "is not well formed"),
                arguments("a leading zero", utf8("012"), "is not well formed"),
                arguments("a plus", utf8("+1"), "is not well formed"),
                arguments("no digit after the point", utf8("[1.]"), "is not well formed"),
                arguments("no digit before the point", utf8("[.5]"), "is not well formed"),
                arguments("a line break in a string", utf8("\"a\nb\""), "is not well formed"),
                arguments("a NUL in a string", utf8("\"a\0b\""), "is not well formed"),
                arguments("an unknown escape", utf8("\"\\x41\""), "is not well formed"),
                arguments("a short escape", utf8("\"\\u12\""), "is not well formed"),
                arguments("brackets that do not match", utf8("[1}"), "is not well formed"),
                arguments("two values", utf8("{} {}"), "goes on after its value"),
                arguments("a value and garbage", utf8("{}x"), "is not well formed"),
                arguments("a name twice", utf8("{\"a\":1,\"a\":2}"), "names the member \"a\" twice"),
                arguments("a name twice, once null", utf8("{\"a\":null,\"a\":null}"), "names the member \"a\" twice"),
                arguments("a name twice, escaped", utf8("{\"a\":1,\"\\u0061\":2}"), "names the member \"a\" twice"),
                arguments("a name twice, deep", utf8("[{\"b\":{\"k\":1,\"k\":1}}]"), "names the member \"k\" twice"),
                arguments("arrays too deep", utf8("[".repeat(65) + "]".repeat(65)), "deeper than 64 levels"),
                arguments("a depth bomb", utf8("[".repeat(90_000)), "deeper than 64 levels"),
                arguments("a bomb of objects", utf8("{\"a\":".repeat(15_000)), "deeper than 64 levels"),
                arguments("a long number", utf8("1".repeat(101)), "number of more than 100 digits"),
                arguments("a very long number", utf8("1".repeat(90_000)), "larger than the limits allow"),
                arguments("a long fraction", utf8("0." + "1".repeat(101)), "number of more than 100 digits"),
                arguments("a huge exponent", utf8("1e999999999"), "number beyond 1e400"),
                arguments("a tiny exponent", utf8("[1e-999999999]"), "number beyond 1e400"),
                arguments("an exponent beyond int", utf8("1e99999999999"), "number beyond 1e400"),
                arguments("a lone high surrogate", utf8("\"\\ud800\""), "half a surrogate pair"),
                arguments("a lone low surrogate", utf8("\"a\\uDC00\""), "half a surrogate pair"),
                arguments("surrogates in reverse", utf8("\"\\udc00\\ud800\""), "half a surrogate pair"),
                arguments("a lone surrogate in a name", utf8("{\"\\ud800\":1}"), "is not well formed"),
                arguments("Latin-1", "\"ü\"".getBytes(ISO_8859_1), "is not valid UTF-8 (byte 2)"),
                arguments("UTF-16", "{}".getBytes(UTF_16), "is not valid UTF-8 (byte 1)"),
                arguments("an overlong slash", bytes('"', 0xc0, 0xaf, '"'), "is not valid UTF-8 (byte 2)"),
                arguments("an encoded surrogate", bytes('"', 0xed, 0xa0, 0x80, '"'), "is not valid UTF-8 (byte 2)"),
                arguments("beyond Unicode", bytes('"', 0xf4, 0x90, 0x80, 0x80, '"'), "is not valid UTF-8 (byte 2)"),
                arguments("a cut sequence", bytes('"', 0xe2, 0x82), "is not valid UTF-8 (byte 2)"),
                arguments("a byte order mark", bytes(0xef, 0xbb, 0xbf, '{', '}'), "byte order mark"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTexts")
    void parseShouldSayWhatIsWrongWhenTheTextIsBad(String name, byte[] text, String complaint) {
        InvalidJson refusal = catchThrowableOfType(InvalidJson.class, () -> JsonText.parse(text));

        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage()).contains(complaint).hasSizeLessThan(150);
    }

    @Test
    void parseShouldSayWhereInTheTextItStopped() {
        InvalidJson refusal =
                catchThrowableOfType(InvalidJson.class, () -> JsonText.parse(utf8("{\n  \"a\": 1,\n  ?\n}")));

        assertThat(refusal).hasMessage("the JSON text is not well formed (line 3, column 4)");
    }

    @Test
    void parseShouldNotRepeatTheTextInItsComplaint() {
        InvalidJson refusal = catchThrowableOfType(InvalidJson.class, () -> JsonText.parse(utf8("{\"key\":hunter2}")));

        assertThat(refusal.getMessage()).doesNotContain("hunter2").doesNotContain("key");
        assertThat(refusal.getCause()).isNull();
    }

    @Test
    void parseShouldShortenAndCleanTheNamesItRepeats() {
        String name = "<\\n>" + "é".repeat(100);
        byte[] text = utf8("{\"" + name + "\":1,\"" + name + "\":1}");

        InvalidJson refusal = catchThrowableOfType(InvalidJson.class, () -> JsonText.parse(text));

        assertThat(refusal.getMessage()).contains("\"" + "?".repeat(40) + "…\"");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }
}
