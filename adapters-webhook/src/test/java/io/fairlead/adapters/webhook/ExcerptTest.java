package io.fairlead.adapters.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    private static final URI ADDRESS =
            URI.create("https://a.example.com/api?code=aB%2Bc%2Fd%3D%3D&more=x%26y+z-long&n=1");

    /** As it was sent, as it is meant, and as a program that takes a plus for a space reads it. */
    @ParameterizedTest
    @ValueSource(strings = {"aB%2Bc%2Fd%3D%3D", "aB+c/d==", "x%26y+z-long", "x&y+z-long", "x&y z-long"})
    void ofShouldHideTheSecretsOfTheAddressInEveryForm(String form) {
        assertThat(of("refused: " + form + ", sorry")).isEqualTo("refused: ***, sorry");
    }

    @Test
    void ofShouldHideThemWhereTheWholeAddressIsSentBack() {
        assertThat(of("no such place: " + ADDRESS))
                .isEqualTo("no such place: https://a.example.com/api?code=***&more=***&n=1");
    }

    @Test
    void ofShouldShowABodyWhereTheAddressHasNoQuery() {
        assertThat(Excerpt.of("no".getBytes(StandardCharsets.UTF_8), URI.create("https://a.example.com/")))
                .isEqualTo("no");
    }

    private static String of(String body) {
        return Excerpt.of(body.getBytes(StandardCharsets.UTF_8), ADDRESS);
    }
}
