package io.fairlead.domain.attestation;

import java.util.function.Function;

/** The outcome of comparing a proof with an attestation. */
public sealed interface ProofVerdict permits ProofVerdict.Proven, ProofVerdict.NotProven {

    <R> R match(Function<Proven, R> proven, Function<NotProven, R> notProven);

    /** The device is who it says; the hub shall accept this credential from it. */
    record Proven(DeviceCredential credential) implements ProofVerdict {
        @Override
        public <R> R match(Function<Proven, R> proven, Function<NotProven, R> notProven) {
            return proven.apply(this);
        }
    }

    /** The device did not prove who it is. */
    record NotProven(Reason reason) implements ProofVerdict {
        @Override
        public <R> R match(Function<Proven, R> proven, Function<NotProven, R> notProven) {
            return notProven.apply(this);
        }
    }

    /** Why a proof was not accepted; the wording is safe to tell a stranger. */
    enum Reason {
        NOTHING_SHOWN("no credential was shown: send a shared access signature"),
        EXPIRED("the token has expired: check the device's clock and sign a new one"),
        OTHER_RESOURCE("the token was signed for another resource: sign {idScope}/registrations/{registrationId}"),
        WRONG_SIGNATURE("the signature does not match: check the device's key");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
