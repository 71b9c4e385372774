package io.fairlead.adapters.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fairlead.application.contract.LatencyRankingContract;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.domain.allocation.AddressEvidence;
import io.fairlead.domain.allocation.Coordinates;
import io.fairlead.domain.allocation.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLatencyRankingTest implements LatencyRankingContract {
    private static final Coordinates HERE = new Coordinates(52.5, 4.75);

    @TempDir
    Path directory;

    @Override
    public LatencyRanking knowing(String address, AddressEvidence evidence) {
        String regions = evidence.regions().stream().map(Region::name).collect(Collectors.joining(" "));
        return new FileLatencyRanking(
                Optional.of(table(address + " " + regions)),
                Optional.of(database(address, evidence.position().orElseThrow())));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, site",
        "10.1.9.9, campus",
        "10.2.0.1, company",
        "192.0.2.1, ",
        "2001:db8:1::7, six",
        "2001:db8:2::7, ",
        "::ffff:10.1.2.3, site"
    })
    void ofShouldGoByTheLongestNetworkThatHoldsTheAddress(String address, String region) {
        LatencyRanking ranking = new FileLatencyRanking(Optional.of(table("""
                        # our networks
                        10.0.0.0/8        company
                        10.1.2.0/24       site other   # the site itself
                        10.1.0.0/16       campus

                        2001:db8:1::/48   Six
                        """)), Optional.empty());
        assertThat(ranking.of(address).regions().stream().findFirst().map(Region::name))
                .isEqualTo(Optional.ofNullable(region));
        assertThat(ranking.of(address).position()).isEmpty();
    }

    /** Host bits mean nothing, and of two lines about one network the first counts; all addresses are a network too. */
    @ParameterizedTest
    @CsvSource({"10.1.255.255, first", "10.2.0.0, all", "192.0.2.1, all", "::1, "})
    void tableShouldBeReadAsRoutesAre(String address, String region) {
        LatencyRanking ranking = new FileLatencyRanking(Optional.of(table("""
                        10.1.2.3/16 first
                        10.1.0.0/16 second
                        0.0.0.0/0 all
                        """)), Optional.empty());
        assertThat(ranking.of(address).regions().stream().findFirst().map(Region::name))
                .isEqualTo(Optional.ofNullable(region));
    }

    @Test
    void ofShouldTellNothingWithoutFiles() {
        assertThat(new FileLatencyRanking(Optional.empty(), Optional.empty()).of("192.0.2.1"))
                .isEqualTo(AddressEvidence.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.0/33 a|line 2: '/33' must be /0 to /32",
                "10.0.0.0/8|line 2: name at least one region",
                "ten a|line 2: 'ten' is no IP address",
                "example.com/8 a|is no IP address",
                "10.0.0.0/8 a_b|line 2: a region is",
                "::/129 a|must be /0 to /128"
            })
    void tableThatCannotBeUnderstoodShouldBeRefusedWithItsLine(String line, String complaint) {
        Path file = table("10.0.0.0/8 fine\n" + line);
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> new FileLatencyRanking(Optional.of(file), Optional.empty()))
                .withMessageContaining(file.toString())
                .withMessageContaining(complaint);
    }

    @Test
    void filesThatAreNotThereOrOfAnotherKindShouldBeRefused() {
        Path missing = directory.resolve("missing");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> new FileLatencyRanking(Optional.of(missing), Optional.empty()));
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> new FileLatencyRanking(Optional.empty(), Optional.of(missing)));
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> new FileLatencyRanking(Optional.empty(), Optional.of(table("10.0.0.0/8 a"))));
    }

    @Test
    void databaseShouldTellOfItsAddressAlone() {
        LatencyRanking ranking = new FileLatencyRanking(Optional.empty(), Optional.of(database("192.0.2.17", HERE)));
        assertThat(ranking.of("192.0.2.17").position()).contains(HERE);
        assertThat(ranking.of("192.0.2.16").position()).isEmpty();
    }

    private Path table(String content) {
        try {
            return Files.writeString(Files.createTempFile(directory, "table", ".txt"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path database(String address, Coordinates at) {
        try {
            return TinyDatabase.write(Files.createTempFile(directory, "tiny", ".mmdb"), address, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
