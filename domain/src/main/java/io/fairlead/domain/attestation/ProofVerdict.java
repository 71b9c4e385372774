package io.fairlead.domain.attestation;

import java.util.function.Function;

/** The outcome of comparing a proof with an attestation. */
public sealed interface ProofVerdict permits ProofVerdict.Proven, ProofVerdict.NotProven {

    <R> R match(Function<Proven, R> proven, Function<NotProven, R> notProven);

    /** The device is who it says; what hubs shall accept from it follows from this. */
    record Proven(ProvenIdentity identity) implements ProofVerdict {
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
        NOTHING_SHOWN("no credential was shown: send a shared access signature, or connect with a client certificate"),
        TOKEN_DUE("this device attests by symmetric key: send a shared access signature"),
        EXPIRED("the token has expired: check the device's clock and sign a new one"),
        OTHER_RESOURCE("the token was signed for another resource: sign {idScope}/registrations/{registrationId}"),
        WRONG_SIGNATURE("the signature does not match: check the device's key"),

        TPM_DUE("this device attests by TPM: send tpm.endorsementKey and tpm.storageRootKey, then the token"),
        OTHER_ENDORSEMENT_KEY("the endorsement key is not the one enrolled for this registrationId"),
        CHALLENGE_NOT_ANSWERED(
                "the signature is not by the key of a challenge of this hour or the last: register without a token first"),

        CERTIFICATE_DUE("this device attests by X.509: connect with its client certificate"),
        WRONG_CERTIFICATE("the client certificate is not the one enrolled for this registrationId"),
        CERTIFICATE_OF_ANOTHER("the client certificate is enrolled for another registrationId"),
        OTHER_NAME("the common name of the client certificate is not the registrationId"),
        NAME_IN_OTHER_CASE("the common name of the client certificate is the registrationId in another case: use its"),
        SELF_SIGNED(
                "the client certificate is signed by itself and not enrolled: enroll it, or show the chain up to the "
                        + "group's certificate"),
        CERTIFICATE_EXPIRED("a certificate of the chain has expired: renew it"),
        CERTIFICATE_NOT_YET_VALID("a certificate of the chain is not valid yet: check the clock of whoever issued it"),
        WEAK_KEY(
                "a certificate of the chain has a weak or unknown kind of key: use P-256, or RSA with 2048 to 8192 bits"),
        WEAK_SIGNATURE("a certificate of the chain is signed over a weak digest: use SHA-256 or better"),
        CHAIN_TOO_LONG("the chain has more than 8 certificates"),
        CHAIN_REPEATS("two certificates of the chain have the same subject: show each issuer once"),
        CHAIN_OUT_OF_ORDER("the chain is not in order: show the device's certificate, then its issuer's, and so on"),
        CHAIN_OF_OTHERS("the chain does not lead to a certificate of the group: show it up to there"),
        UNVERIFIED_AUTHORITY(
                "the chain does not lead to a verified certificate authority: upload it and prove that its "
                        + "key is yours, and show the chain up to it"),
        ISSUER_IS_NO_AUTHORITY("an issuer in the chain is no certificate authority (basic constraints)"),
        ISSUER_MAY_NOT_SIGN("an issuer in the chain may not sign certificates (key usage)"),
        NOT_FOR_CLIENTS("the client certificate is not for TLS clients (key usage)"),
        PATH_TOO_LONG("an issuer in the chain allows fewer certificates below it (path length)"),
        CHAIN_NOT_SIGNED("a certificate of the chain is not signed by the one that follows it"),
        REVOKED("a certificate of the chain was revoked by its issuer"),
        CHAIN_NOT_ACCEPTED("the chain breaks a rule of its issuers (RFC 5280), a name constraint or the like");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
