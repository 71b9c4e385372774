package io.fairlead.application.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SQL's tables of three-valued logic. */
class TruthTest {

    @ParameterizedTest(name = "{0} and/or {1}")
    @CsvSource({
        "TRUE, TRUE, TRUE, TRUE",
        "TRUE, FALSE, FALSE, TRUE",
        "TRUE, UNKNOWN, UNKNOWN, TRUE",
        "FALSE, FALSE, FALSE, FALSE",
        "FALSE, UNKNOWN, FALSE, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void andAndOrShouldFollowTheTable(Truth one, Truth other, Truth and, Truth or) {
        assertThat(one.and(other)).isEqualTo(other.and(one)).isEqualTo(and);
        assertThat(one.or(other)).isEqualTo(other.or(one)).isEqualTo(or);
    }

    @ParameterizedTest(name = "not {0}")
    @CsvSource({"TRUE, FALSE", "FALSE, TRUE", "UNKNOWN, UNKNOWN"})
    void notShouldFollowTheTable(Truth truth, Truth not) {
        assertThat(truth.not()).isEqualTo(not);
    }
}
