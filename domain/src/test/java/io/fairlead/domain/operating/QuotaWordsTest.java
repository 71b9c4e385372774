package io.fairlead.domain.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaWordsTest {
    @ParameterizedTest
    @EnumSource(Quota.class)
    void eachQuotaShouldBeSaidByItself(Quota quota) {
        Quotas said = new QuotaWords(Map.of(quota, OptionalInt.of(77))).over(Quotas.USUAL);
        for (Quota each : Quota.values()) {
            OptionalInt expected = each == quota ? OptionalInt.of(77) : Quotas.USUAL.of(each);
            assertThat(said.of(each)).as(each.name()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, QuotaWords.MOST + 1})
    void quotaOutOfRangeShouldBeRefused(int most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuotaWords(Map.of(Quota.ENROLLMENTS, OptionalInt.of(most))));
    }
}
