package io.fairlead.adapters.amqp.login;

import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.transport.listener.Peer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The mechanisms that are offered, the strongest first as the standard wants them. */
public record SaslMechanisms(TpmChallenger challenger) {
    private static final String EXTERNAL = "EXTERNAL";
    private static final String TPM = "TPM";
    private static final String PLAIN = "PLAIN";
    private static final String ANONYMOUS = "ANONYMOUS";

    /** As a client is told. */
    public List<String> names() {
        return List.of(EXTERNAL, TPM, PLAIN, ANONYMOUS);
    }

    /**
     * Begins an exchange; empty when there is no such mechanism.
     *
     * @param hostName as the client says it, which may be anything; empty when it says none
     */
    public Optional<SaslExchange> begin(String name, String hostName, Peer peer) {
        return switch (name) {
            case EXTERNAL -> Optional.of((response, answer) -> answer.accept(external(peer)));
            case TPM -> Optional.of(new TpmExchange(hostName, challenger));
            case PLAIN -> Optional.of((response, answer) -> answer.accept(plain(response, peer)));
            case ANONYMOUS -> Optional.of((response, answer) -> answer.accept(anonymous(peer)));
            default -> Optional.empty();
        };
    }

    private static SaslStep external(Peer peer) {
        return peer.chain().isEmpty() ? refusal("EXTERNAL needs a client certificate") : anonymous(peer);
    }

    /** Nobody in particular, unless a certificate says who: the requests show what that is worth. */
    private static SaslStep anonymous(Peer peer) {
        return step(() -> DeviceLogin.byCertificate(peer));
    }

    private static SaslStep plain(byte[] response, Peer peer) {
        return PlainResponse.read(response)
                .map(plain -> step(() -> DeviceLogin.byToken(plain.userName(), plain.password(), peer)))
                .orElseGet(() -> refusal("the response of PLAIN is malformed"));
    }

    private static SaslStep step(Supplier<DeviceLogin> login) {
        try {
            return new SaslStep.Welcome(login.get());
        } catch (ProvisioningException e) {
            return refusal(e.problem().detail());
        }
    }

    private static SaslStep refusal(String reason) {
        return new SaslStep.Refusal(false, reason);
    }
}
