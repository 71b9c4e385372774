package io.fairlead.adapters.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
    @ParameterizedTest
    @CsvSource({
        "a%2Fb, a/b",
        "a%2fb, a/b",
        "a+b, a+b",
        "%2B, +",
        "%25, %",
        "%2525, %25",
        "%e2%82%ac, €",
        "plain, plain",
        "'', ''"
    })
    void decodeShouldFollowRfc3986(String text, String decoded) {
        assertThat(PercentEncoding.decode(text)).contains(decoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "%2", "a%", "%zz", "%+1", "%-1", "%00", "%0a", "%7f", "%c0%af", "%ff", "%e2%82", "ü", "%１１"
            })
    void decodeShouldBeEmptyWhenTheTextIsNotProperlyEncoded(String text) {
        assertThat(PercentEncoding.decode(text)).isEmpty();
    }
}
