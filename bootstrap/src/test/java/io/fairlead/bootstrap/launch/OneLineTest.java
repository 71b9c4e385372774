package io.fairlead.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void ofShouldLeaveAShortLineAsItIs() {
        assertThat(OneLine.of("Cannot listen on 127.0.0.1 port 8443."))
                .isEqualTo("Cannot listen on 127.0.0.1 port 8443.");
    }

    @Test
    void ofShouldJoinTheLinesOfAnException() {
        assertThat(OneLine.of("A MultiException has 1 exceptions.  They are:\n1. first\n\tmetadata=x\n"))
                .isEqualTo("A MultiException has 1 exceptions. They are: 1. first metadata=x");
    }

    @Test
    void ofShouldCutWhatNobodyReads() {
        assertThat(OneLine.of("x".repeat(10_000))).hasSize(401).endsWith("…");
    }
}
