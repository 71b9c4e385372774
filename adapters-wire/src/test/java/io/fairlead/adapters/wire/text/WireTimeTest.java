package io.fairlead.adapters.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2022-08-31T22:02:50.5163352Z, 2022-08-31T22:02:50.5163352Z",
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05.0000000Z",
        "2026-01-02T03:04:05.1Z, 2026-01-02T03:04:05.1000000Z",
        "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.1234567Z",
        "2026-12-31T23:59:59.999999999Z, 2026-12-31T23:59:59.9999999Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00.0000000Z",
    })
    void textShouldHaveSevenFractionDigitsAndZ(Instant instant, String text) {
        assertThat(WireTime.text(instant)).isEqualTo(text);
    }

    @Test
    void textShouldBeWhatTheFormatterOfTheJdkWrites() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-62_135_596_800L, 300_000_000_000L);
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            assertThat(WireTime.text(instant)).as("seed %d", seed).isEqualTo(formatter.format(instant));
        }
    }
}
