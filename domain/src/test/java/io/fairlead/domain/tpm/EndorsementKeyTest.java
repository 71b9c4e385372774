package io.fairlead.domain.tpm;

import static io.fairlead.domain.fixture.SomeTpms.publishedEndorsementKey;
import static io.fairlead.domain.fixture.SomeTpms.someTpm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.domain.fixture.SomeTpms;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EndorsementKeyTest {
    private static final byte[] PUBLISHED = Base64.getDecoder().decode(SomeTpms.PUBLISHED_ENDORSEMENT_KEY);

    @Test
    void readShouldTakeWhatSdksPublish() {
        EndorsementKey key = publishedEndorsementKey();
        assertThat(key.area().keyBits()).isEqualTo(2048);
        assertThat(key.base64()).isEqualTo(SomeTpms.PUBLISHED_ENDORSEMENT_KEY);
    }

    @Test
    void nameShouldBeAlgorithmAndDigestOfPublicArea() {
        String name =
                HexFormat.of().formatHex(publishedEndorsementKey().area().name().bytes());
        assertThat(name).isEqualTo("000bde9e29d5cce8c50f65f484f68c3468ef885489d2e8980f92e371b3d3bb431929");
    }

    @Test
    void registrationIdShouldBeTheOneThatClientsMake() {
        assertThat(publishedEndorsementKey().registrationId().value())
                .isEqualTo("sizmf6sllrqe4op4wm576nl26la72rssxmf7i7oag2fbuy7uvbaq");
    }

    @Test
    void equalsShouldGoByContent() {
        assertThat(publishedEndorsementKey()).isEqualTo(publishedEndorsementKey());
        assertThat(publishedEndorsementKey())
                .isNotEqualTo(EndorsementKey.read(someTpm().endorsementKey()));
    }

    @ParameterizedTest(name = "{0} bytes")
    @MethodSource("shorterLengths")
    void readShouldRefuseWhenCutOff(int length) {
        assertThatThrownBy(() -> EndorsementKey.read(Arrays.copyOf(PUBLISHED, length)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    static Stream<Integer> shorterLengths() {
        return IntStream.range(0, PUBLISHED.length).boxed();
    }

    @ParameterizedTest(name = "{0} bytes, size put right")
    @MethodSource("shorterLengths")
    void readShouldNameThePlaceWhenCutOffWithinTheArea(int length) {
        byte[] cut = Arrays.copyOf(PUBLISHED, length);
        if (length >= 2) {
            cut[0] = (byte) (length - 2 >> 8);
            cut[1] = (byte) (length - 2);
        }
        assertThatThrownBy(() -> EndorsementKey.read(cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("ends after \\d+ bytes, within its .+");
    }

    @Test
    void readShouldSurviveEveryByteChanged() {
        for (int at = 0; at < PUBLISHED.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] changed = PUBLISHED.clone();
                changed[at] ^= (byte) (1 << bit);
                EndorsementKey read = readOrNull(changed);
                assertThat(read == null || Arrays.equals(read.bytes(), changed))
                        .as("byte %d bit %d", at, bit)
                        .isTrue();
            }
        }
    }

    private static EndorsementKey readOrNull(byte[] bytes) {
        try {
            return EndorsementKey.read(bytes);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    @Test
    void readShouldRefuseWhenLeftOver() {
        assertThatThrownBy(() -> EndorsementKey.read(Arrays.copyOf(PUBLISHED, PUBLISHED.length + 1)))
                .hasMessageContaining("says that it has 314 bytes after its size, but has 315");
        byte[] counted = Arrays.copyOf(PUBLISHED, PUBLISHED.length + 1);
        counted[1]++;
        assertThatThrownBy(() -> EndorsementKey.read(counted)).hasMessageContaining("goes on for 1 bytes");
    }

    @Test
    void readShouldRefuseWhatNoKeyCanBe() {
        assertThatThrownBy(() -> EndorsementKey.read(new byte[1025])).hasMessageContaining("no key of a TPM has more");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2, 0023, is an elliptic-curve key",
        "2, 0008, 'has type 0x0008, which must be RSA'",
        "4, 0004, 'has algorithm 0x0004 as its nameAlg, which must be SHA-256, SHA-384 or SHA-512'",
        "4, 000c, has an authPolicy of 32 bytes",
        "6, 000300b0, may leave its TPM",
        "6, 000300a2, may leave its TPM",
        "6, 00030092, may leave its TPM",
        "6, 000200b2, is no storage key",
        "6, 000100b2, is no storage key",
        "6, 000700b2, is no storage key",
        "10, 0041, says that its authPolicy has 65 bytes",
        "44, 0010, a storage key has AES",
        "46, 0040, has AES keys of 64 bits",
        "48, 0044, which must be CFB",
        "50, 0014, a storage key has none",
        "52, 0400, is an RSA key of 1024 bits",
        "52, 2000, is an RSA key of 8192 bits",
        "54, 00000003, has the RSA exponent 3",
        "60, 00, has a modulus that no RSA key of 2048 bits can have",
        "315, 30, has a modulus that no RSA key of 2048 bits can have"
    })
    void readShouldSayWhatIsWrong(int at, String hex, String reason) {
        byte[] wrong = PUBLISHED.clone();
        byte[] patch = HexFormat.of().parseHex(hex);
        System.arraycopy(patch, 0, wrong, at, patch.length);
        assertThatThrownBy(() -> EndorsementKey.read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
