package io.fairlead.cli;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Certificates in a declaration: in files, PEM or DER, in variables, or as PEM where they stand. They are no secrets. */
final class DeclaredCertificate {
    static final String X509 = "x509";
    static final String CERTIFICATE = "certificate";
    private static final List<String> KINDS = List.of("clientCertificates", "signingCertificates", "caReferences");
    private static final String REFERENCES = "caReferences";
    private static final List<String> PLACES = List.of("primary", "secondary");

    private DeclaredCertificate() {}

    /** The base64 of its DER. */
    static String read(Declared reference, Secrets files) {
        byte[] text = reference.value() instanceof String written
                ? written.getBytes(StandardCharsets.UTF_8)
                : files.bytes(reference);
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text));
            if (found.size() == 1) {
                return Base64.getEncoder()
                        .encodeToString(found.iterator().next().getEncoded());
            }
        } catch (CertificateException e) {
            throw reference.problem("this is not a certificate in PEM or DER");
        }
        throw reference.problem("exactly one certificate is expected here");
    }

    /** The attestation of an entry by X.509. */
    static Map<String, Object> attestation(Declared attestation, Secrets files) {
        Declared x509 = attestation.member(X509).orElseThrow(() -> attestation.problem("type x509 needs " + KINDS));
        Map<String, Object> tree = new LinkedHashMap<>();
        x509.members().forEach((kind, pair) -> {
            if (!KINDS.contains(kind)) throw pair.problem("'" + kind + "' is none of " + KINDS);
            Map<String, Object> places = new LinkedHashMap<>();
            pair.members().forEach((place, one) -> places.put(place, one(kind, one, files)));
            tree.put(kind, places);
        });
        return Map.of("type", X509, X509, tree);
    }

    private static Object one(String kind, Declared one, Secrets files) {
        return kind.equals(REFERENCES) ? one.text() : Map.of(CERTIFICATE, read(one, files));
    }

    /** What each place of an attestation holds: thumbprints of certificates, names of references. */
    static Map<String, String> places(Object attestation) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String kind : KINDS) {
            for (String place : PLACES) {
                member(member(member(attestation, X509), kind), place)
                        .ifPresent(one -> found.put("attestation.x509." + kind + "." + place, named(one)));
            }
        }
        return found;
    }

    private static String named(Object one) {
        Optional<Object> shown = member(member(one, "info"), "sha256Thumbprint");
        return shown.or(() -> member(one, CERTIFICATE).map(text -> thumbprint((String) text)))
                .orElse(one)
                .toString();
    }

    private static Optional<Object> member(Optional<Object> of, String name) {
        return of.flatMap(there -> member(there, name));
    }

    private static Optional<Object> member(Object of, String name) {
        return of instanceof Map<?, ?> members ? Optional.ofNullable(members.get(name)) : Optional.empty();
    }

    /** The SHA-256 of the DER, as the service writes it. */
    static String thumbprint(String base64) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(base64));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
