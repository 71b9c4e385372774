package io.fairlead.adapters.amqp.login;

import io.fairlead.adapters.wire.device.ShownProof;
import io.fairlead.adapters.wire.problem.RefusedRequest;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.tpm.StorageRootKey;
import io.fairlead.domain.tpm.TpmKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The mechanism {@code TPM}: the device shows its endorsement key and then its storage root key, is sent what only its TPM
 * can open, and answers with a token signed by the key that was in it.
 *
 * <p>What is to be opened goes out in two pieces, neither more nor fewer: the Java client takes the first by the control byte
 * {@code 80} and the last by {@code C1} (seen from provisioning-device-client 2.1.3).
 */
final class TpmExchange implements SaslExchange {
    private static final byte[] GO_ON = {0};
    private static final int FIRST_PIECE = 0x80;
    private static final int LAST_PIECE = 0xc1;
    private static final int TOO_MANY = 429;

    private final String hostName;
    private final TpmChallenger challenger;
    private Step step = Step.INTRODUCTION;
    private TpmIntroduction introduction;
    private TpmKeys keys;
    private byte[] rest;

    private enum Step {
        INTRODUCTION,
        ROOT_KEY,
        REST,
        TOKEN
    }

    /** @param hostName as the init has it; empty when it has none */
    TpmExchange(String hostName, TpmChallenger challenger) {
        this.hostName = hostName;
        this.challenger = challenger;
    }

    @Override
    public void respond(byte[] response, Consumer<SaslStep> answer) {
        switch (step) {
            case INTRODUCTION -> answer.accept(attempt(() -> introduced(response)));
            case ROOT_KEY -> rootKey(response, answer);
            case REST -> answer.accept(last());
            case TOKEN -> answer.accept(attempt(() -> token(response)));
        }
    }

    private SaslStep introduced(byte[] response) {
        introduction = TpmIntroduction.read(response, hostName);
        step = Step.ROOT_KEY;
        return new SaslStep.Challenge(GO_ON);
    }

    private void rootKey(byte[] response, Consumer<SaslStep> answer) {
        try {
            StorageRootKey root = StorageRootKey.read(TpmIntroduction.withoutControl(response));
            keys = new TpmKeys(introduction.endorsement(), root);
        } catch (IllegalArgumentException e) {
            answer.accept(malformed(e));
            return;
        }
        challenger.challenge(
                introduction.address(),
                keys,
                blob -> answer.accept(first(blob.bytes())),
                refused -> answer.accept(refusal(refused)));
    }

    /** Half of it: with the other half that keeps either below the 512 bytes that a frame of SASL may have. */
    private SaslStep first(byte[] blob) {
        int half = blob.length / 2;
        rest = Arrays.copyOfRange(blob, half, blob.length);
        step = Step.REST;
        return piece(FIRST_PIECE, Arrays.copyOf(blob, half));
    }

    private SaslStep last() {
        step = Step.TOKEN;
        return piece(LAST_PIECE, rest);
    }

    private static SaslStep piece(int control, byte[] content) {
        byte[] piece = new byte[content.length + 1];
        piece[0] = (byte) control;
        System.arraycopy(content, 0, piece, 1, content.length);
        return new SaslStep.Challenge(piece);
    }

    private SaslStep token(byte[] response) {
        String token = new String(TpmIntroduction.withoutControl(response), StandardCharsets.UTF_8);
        return new SaslStep.Welcome(new DeviceLogin(
                Optional.of(introduction.address()), ShownProof.of(token, List.of()), Optional.of(keys)));
    }

    private static SaslStep attempt(Supplier<SaslStep> step) {
        try {
            return step.get();
        } catch (ProvisioningException e) {
            return new SaslStep.Refusal(false, e.problem().detail());
        } catch (IllegalArgumentException e) {
            return malformed(e);
        }
    }

    private static SaslStep malformed(IllegalArgumentException e) {
        return new SaslStep.Refusal(false, "the exchange by TPM is malformed: " + e.getMessage());
    }

    private static SaslStep refusal(RefusedRequest refused) {
        return new SaslStep.Refusal(refused.code().status() >= TOO_MANY, refused.message());
    }
}
