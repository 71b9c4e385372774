package io.fairlead.adapters.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void cleanShouldLetNothingForgeALine() {
        assertThat(LogText.clean("a\nb\u001b[0mé", 20)).isEqualTo("a?b?[0m?");
        assertThat(LogText.clean("abcdef", 3)).isEqualTo("abc...");
    }
}
