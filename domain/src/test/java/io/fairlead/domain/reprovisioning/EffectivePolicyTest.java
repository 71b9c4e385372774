package io.fairlead.domain.reprovisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A saved policy holds whatever the client; an absent one means to stay for old clients and to migrate for new ones. */
class EffectivePolicyTest {
    private static final Optional<ReprovisionPolicy> ABSENT = Optional.empty();

    static Stream<Arguments> table() {
        return Stream.of(
                row(ABSENT, ReprovisioningSupport.LEGACY, EffectivePolicy.STICKY),
                row(ABSENT, ReprovisioningSupport.NATIVE, EffectivePolicy.MIGRATE),
                row(saved(true, true), ReprovisioningSupport.LEGACY, EffectivePolicy.MIGRATE),
                row(saved(true, true), ReprovisioningSupport.NATIVE, EffectivePolicy.MIGRATE),
                row(saved(true, false), ReprovisioningSupport.LEGACY, EffectivePolicy.RESET),
                row(saved(true, false), ReprovisioningSupport.NATIVE, EffectivePolicy.RESET),
                row(saved(false, true), ReprovisioningSupport.LEGACY, EffectivePolicy.NEVER),
                row(saved(false, true), ReprovisioningSupport.NATIVE, EffectivePolicy.NEVER),
                row(saved(false, false), ReprovisioningSupport.LEGACY, EffectivePolicy.NEVER),
                row(saved(false, false), ReprovisioningSupport.NATIVE, EffectivePolicy.NEVER));
    }

    @ParameterizedTest(name = "{0}, {1} client: {2}")
    @MethodSource("table")
    void policyShouldBe(Optional<ReprovisionPolicy> saved, ReprovisioningSupport client, EffectivePolicy expected) {
        assertThat(EffectivePolicy.of(saved, client)).isEqualTo(expected);
    }

    @Test
    void onlyNeverAndStickyShouldKeepTheAssignment() {
        assertThat(EnumSet.allOf(EffectivePolicy.class).stream().filter(EffectivePolicy::keepsAssignment))
                .containsExactlyInAnyOrder(EffectivePolicy.NEVER, EffectivePolicy.STICKY);
    }

    private static Optional<ReprovisionPolicy> saved(boolean update, boolean migrate) {
        return Optional.of(new ReprovisionPolicy(update, migrate));
    }

    private static Arguments row(
            Optional<ReprovisionPolicy> saved, ReprovisioningSupport client, EffectivePolicy expected) {
        return Arguments.of(saved, client, expected);
    }
}
