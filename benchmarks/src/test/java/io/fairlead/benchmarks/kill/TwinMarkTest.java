package io.fairlead.benchmarks.kill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TwinMarkTest {
    @Test
    void ofShouldReadTheThreeCountersWhenTheyAreThere() {
        assertThat(TwinMark.of("{\"config\":3,\"backEnd\":17}", "{\"count\":4}"))
                .isEqualTo(new TwinMark(3, 17, 4));
    }

    @Test
    void ofShouldBeTheInitialMarkWhenNobodyHasWritten() {
        assertThat(TwinMark.of("{\"config\":3}", "{}"))
                .isEqualTo(TwinMark.initial(3))
                .isNotEqualTo(TwinMark.initial(3).withBackEnd(1))
                .isNotEqualTo(TwinMark.initial(3).withReported(1));
    }
}
