package io.fairlead.adapters.amqp.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The frames of a login, byte for byte. */
class SaslFramesTest {

    @Test
    void mechanismsShouldBeAnArrayOfSymbols() {
        assertThat(hex(SaslFrames.mechanisms(List.of("PLAIN", "X"))))
                .isEqualTo("00000020" + "02010000" + "005340" + "d00000001000000001" + "e00a02a3" + "05504c41494e"
                        + "0158");
    }

    @Test
    void challengeShouldBeABinary() {
        assertThat(hex(SaslFrames.challenge(new byte[] {0})))
                .isEqualTo("0000001a" + "02010000" + "005342" + "d00000000a00000001" + "b00000000100");
    }

    @Test
    void outcomesShouldTellWhetherToTryAgain() {
        assertThat(hex(SaslFrames.welcome())).endsWith("005344" + "d00000000600000001" + "5000");
        assertThat(hex(SaslFrames.refusal(false))).endsWith("5001");
        assertThat(hex(SaslFrames.refusal(true))).endsWith("5004");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
