package io.fairlead.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.allocation.AddressEvidence;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anything that knows addresses promises. */
public interface LatencyRankingContract {
    AddressEvidence EVIDENCE = new AddressEvidence(
            List.of(new Region("west-europe"), new Region("north-europe")), Optional.of(new Coordinates(52.5, 4.75)));

    /** A ranking that knows this of one address and nothing else. */
    LatencyRanking knowing(String address, AddressEvidence evidence);

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.17", "2001:db8:0:0:0:0:0:17"})
    default void ofShouldTellWhatIsKnownOfAnAddress(String address) {
        assertThat(knowing(address, EVIDENCE).of(address)).isEqualTo(EVIDENCE);
    }

    @Test
    default void ofShouldTellNothingOfOtherAddresses() {
        LatencyRanking ranking = knowing("192.0.2.17", EVIDENCE);
        assertThat(ranking.of("198.51.100.1")).isEqualTo(AddressEvidence.NONE);
        assertThat(ranking.of("2001:db8:1:0:0:0:0:17")).isEqualTo(AddressEvidence.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "localhost", "192.0.2.17.example.com", "192.0.2", "999.0.2.17", "::g", "192.0.2.17/8"})
    default void ofShouldTellNothingOfWhatIsNoAddress(String text) {
        assertThat(knowing("192.0.2.17", EVIDENCE).of(text)).isEqualTo(AddressEvidence.NONE);
    }
}
