package io.fairlead.domain.tpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results are those that the test vectors of go-tpm (github.com/google/go-tpm, kdfa.json) give for these inputs. */
class KdfaTest {
    @ParameterizedTest(name = "{0} {2} {5} bytes")
    @CsvSource({
        "SHA256, e38573d849a5cfc9973f58b4535e42b7c08ef28b1b3e775375b5c66b9644be, STORAGE, 00586dccbebc998087e4, '', 69,"
                + " 968f349b066ed26be3bd4e78333eb5c5b51c26ea376efe5dfaf061a2cf7f5eb82e4fcc2a30736e30f12b48ab17efd10576a4cf"
                + "33450324b3f20011628df7a07c411f8c0f6c",
        "SHA384, ff873218c658337b133d95677b350db6fad5f0fcee50ed948dbfa7bcf1eb7cf3da7b65e30d1004be0a29db0b94cb,"
                + " INTEGRITY, f4ba2ca34d644c764621b3fa4ec217018d38d18b759bbae330484a8ac2d5e8fb626b063555b85fa100,"
                + " 005a66eb842dc34064ac55b3cfd1234692de, 21, 41dcda37d9eb927530e3802cc23a2b2346ffddaeea"
    })
    void deriveShouldGivePublishedResult(
            HashAlgorithm hash, String key, String label, String contextU, String contextV, int bytes, String result) {
        HexFormat hex = HexFormat.of();
        byte[] derived =
                Kdfa.derive(hash, hex.parseHex(key), label, hex.parseHex(contextU), hex.parseHex(contextV), bytes);
        assertThat(hex.formatHex(derived)).isEqualTo(result);
    }
}
