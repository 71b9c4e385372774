package io.fairlead.domain.attestation;

import static io.fairlead.domain.fixture.SomeMoments.NOW;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fairlead.domain.attestation.ProofVerdict.Reason;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.params.provider.Arguments;

/** Chains that a group of {@code device-1}, which trusts {@link #ROOT}, must refuse, each with its reason. */
final class BadChains {
    static final Minted ROOT = Mint.authority("root").selfSigned();
    static final Minted INTERMEDIATE = Mint.authority("intermediate").signedBy(ROOT);
    static final Minted LEAF = Mint.device("device-1").signedBy(INTERMEDIATE);
    static final Minted OWN = Mint.device("device-1").selfSigned();
    private static final Duration DAY = Duration.ofDays(1);

    private BadChains() {}

    static Stream<Arguments> all() {
        Minted stranger = Mint.authority("root").selfSigned();
        return Stream.of(
                refused("self-signed where a chain is due", Reason.SELF_SIGNED, OWN),
                refused("a leaf without its chain", Reason.CHAIN_OF_OTHERS, LEAF),
                refused("a chain that ends below the group's certificate", Reason.CHAIN_OF_OTHERS, LEAF, INTERMEDIATE),
                refused(
                        "an authority of the same name",
                        Reason.CHAIN_OF_OTHERS,
                        Mint.device("device-1").signedBy(stranger),
                        stranger),
                refused("the group's certificate itself", Reason.SELF_SIGNED, ROOT),
                refused(
                        "wrong common name",
                        Reason.OTHER_NAME,
                        Mint.device("device-2").signedBy(INTERMEDIATE),
                        INTERMEDIATE,
                        ROOT),
                refused(
                        "common name in another case",
                        Reason.NAME_IN_OTHER_CASE,
                        Mint.device("DEVICE-1").signedBy(INTERMEDIATE),
                        INTERMEDIATE,
                        ROOT),
                refused(
                        "expired",
                        Reason.CERTIFICATE_EXPIRED,
                        Mint.device("device-1")
                                .valid(NOW.minus(DAY), NOW.minusSeconds(1))
                                .signedBy(ROOT),
                        ROOT),
                refused(
                        "not yet valid",
                        Reason.CERTIFICATE_NOT_YET_VALID,
                        Mint.device("device-1")
                                .valid(NOW.plusSeconds(1), NOW.plus(DAY))
                                .signedBy(ROOT),
                        ROOT),
                below(
                        "an expired issuer",
                        Reason.CERTIFICATE_EXPIRED,
                        Mint.authority("old").valid(NOW.minus(DAY), NOW.minusSeconds(1))),
                refused("chain of ten", Reason.CHAIN_TOO_LONG, chain(10)),
                refused(
                        "a chain with a loop",
                        Reason.CHAIN_REPEATS,
                        LEAF,
                        INTERMEDIATE,
                        Mint.authority("root").signedBy(INTERMEDIATE),
                        INTERMEDIATE,
                        ROOT),
                refused("out of order", Reason.CHAIN_OUT_OF_ORDER, LEAF, ROOT, INTERMEDIATE),
                refused("a gap", Reason.CHAIN_OUT_OF_ORDER, LEAF, ROOT),
                below(
                        "an issuer without the authority flag",
                        Reason.ISSUER_IS_NO_AUTHORITY,
                        Mint.authority("no flag").withoutConstraints()),
                below(
                        "an issuer flagged as none",
                        Reason.ISSUER_IS_NO_AUTHORITY,
                        Mint.authority("flag off").constraints(new BasicConstraints(false))),
                below(
                        "an issuer that may not sign",
                        Reason.ISSUER_MAY_NOT_SIGN,
                        Mint.authority("no sign").usage(KeyUsage.cRLSign)),
                refused("path length exceeded", Reason.PATH_TOO_LONG, tooDeep()),
                below(
                        "512-bit RSA issuer",
                        Reason.WEAK_KEY,
                        Mint.authority("short").rsa(512)),
                refused(
                        "512-bit RSA",
                        Reason.WEAK_KEY,
                        Mint.device("device-1").rsa(512).signedBy(ROOT),
                        ROOT),
                refused(
                        "SHA-1",
                        Reason.WEAK_SIGNATURE,
                        Mint.device("device-1").signedWith("SHA1withECDSA").signedBy(ROOT),
                        ROOT),
                below(
                        "SHA-1 on an issuer",
                        Reason.WEAK_SIGNATURE,
                        Mint.authority("sha-1").signedWith("SHA1withECDSA")),
                refused("MD5", Reason.WEAK_SIGNATURE, md5()),
                refused(
                        "signed by another key",
                        Reason.CHAIN_NOT_SIGNED,
                        Mint.device("device-1").signedBy(new Minted(ROOT.certificate(), stranger.keys())),
                        ROOT),
                refused(
                        "not for signatures",
                        Reason.NOT_FOR_CLIENTS,
                        Mint.device("device-1").usage(KeyUsage.keyEncipherment).signedBy(ROOT),
                        ROOT),
                refused(
                        "for servers only",
                        Reason.NOT_FOR_CLIENTS,
                        Mint.device("device-1")
                                .purpose(KeyPurposeId.id_kp_serverAuth)
                                .signedBy(ROOT),
                        ROOT),
                refused("outside the issuer's names", Reason.CHAIN_NOT_ACCEPTED, outsideTheNames()),
                refused(
                        "an unknown critical extension",
                        Reason.CHAIN_NOT_ACCEPTED,
                        Mint.device("device-1").extension(unknownExtension()).signedBy(ROOT),
                        ROOT));
    }

    /** From the leaf to a new root, unless it is ours that ends it. */
    static Minted[] chain(int length) {
        List<Minted> chain =
                new ArrayList<>(List.of(Mint.authority("root of " + length).selfSigned()));
        while (chain.size() < length - 1) {
            chain.add(0, Mint.authority("authority " + chain.size()).signedBy(chain.get(0)));
        }
        chain.add(0, Mint.device("device-1").signedBy(chain.get(0)));
        return chain.toArray(Minted[]::new);
    }

    private static Minted[] tooDeep() {
        Minted shallow =
                Mint.authority("shallow").constraints(new BasicConstraints(0)).signedBy(ROOT);
        Minted deep = Mint.authority("deep").signedBy(shallow);
        return new Minted[] {Mint.device("device-1").signedBy(deep), deep, shallow, ROOT};
    }

    private static Minted[] md5() {
        Minted rsa = Mint.authority("rsa").rsa(2048).signedBy(ROOT);
        return new Minted[] {Mint.device("device-1").signedWith("MD5withRSA").signedBy(rsa), rsa, ROOT};
    }

    private static Minted[] outsideTheNames() {
        GeneralSubtree other = new GeneralSubtree(new GeneralName(new X500Name("O=elsewhere")));
        NameConstraints only = new NameConstraints(new GeneralSubtree[] {other}, null);
        Minted bound = Mint.authority("bound")
                .extension(extension(Extension.nameConstraints, only))
                .signedBy(ROOT);
        return new Minted[] {Mint.device("device-1").signedBy(bound), bound, ROOT};
    }

    private static Extension unknownExtension() {
        return extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.55555.1"), DERNull.INSTANCE);
    }

    private static Extension extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            return Extension.create(id, true, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A leaf below this issuer, which the root signs. */
    private static Arguments below(String what, Reason reason, Mint issuer) {
        Minted made = issuer.signedBy(ROOT);
        return refused(what, reason, Mint.device("device-1").signedBy(made), made, ROOT);
    }

    private static Arguments refused(String what, Reason reason, Minted... chain) {
        return arguments(what, reason, List.of(chain));
    }
}
