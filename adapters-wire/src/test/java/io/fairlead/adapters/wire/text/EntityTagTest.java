package io.fairlead.adapters.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.domain.identity.ETag;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "abc, abc",
                "\"abc\", abc",
                "W/\"abc\", abc",
                "W/abc, abc",
                "*, *",
                "\", \"",
                "\"\"x\"\", \"x\"",
                "##, ##"
            })
    void bareShouldStripWeaknessAndOnePairOfQuotes(String header, String tag) {
        assertThat(EntityTag.bare(header)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({"ImFiYyI=, abc", "ImFiYyI, abc", "abc,", "YWJj,", "VyhhKQ==,", "'!',"})
    void outOfRegistrationShouldReadNothingButBase64OfAQuotedText(String text, String tag) {
        assertThat(EntityTag.outOfRegistration(text)).isEqualTo(Optional.ofNullable(tag));
    }

    /** The sample in the DPS documentation. */
    @Test
    void inRegistrationShouldBeBase64OfTheQuotedText() {
        assertThat(EntityTag.inRegistration(new ETag("69003552-0000-0300-0000-630fda8a0000")))
                .isEqualTo("IjY5MDAzNTUyLTAwMDAtMDMwMC0wMDAwLTYzMGZkYThhMDAwMCI=");
    }
}
