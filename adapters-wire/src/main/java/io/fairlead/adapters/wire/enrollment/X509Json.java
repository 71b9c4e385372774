package io.fairlead.adapters.wire.enrollment;

import io.fairlead.adapters.wire.text.CertificateInfoJson;
import io.fairlead.domain.attestation.PrimarySecondary;
import io.fairlead.domain.attestation.X509Attestation;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateInfo;
import io.fairlead.domain.certificate.CertificateName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The certificates of an entry (DPS {@code X509Attestation}): exactly one of the three kinds, since the Java client refuses
 * any other number. Of a certificate its description is shown, by which a PUT may name it again.
 */
final class X509Json {
    private X509Json() {}

    static Map<String, Object> tree(X509Attestation attestation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "x509");
        tree.put(
                "x509",
                attestation.matchX509(
                        clients -> Map.of("clientCertificates", pair(clients.certificates(), X509Json::described)),
                        signers -> Map.of("signingCertificates", pair(signers.certificates(), X509Json::described)),
                        references -> Map.of("caReferences", pair(references.names(), CertificateName::value))));
        return tree;
    }

    private static <T> Map<String, Object> pair(PrimarySecondary<T> pair, Function<T, Object> form) {
        Map<String, Object> tree = new LinkedHashMap<>();
        pair.primary().map(form).ifPresent(shown -> tree.put("primary", shown));
        pair.secondary().map(form).ifPresent(shown -> tree.put("secondary", shown));
        return tree;
    }

    private static Object described(Certificate certificate) {
        return Map.of("info", CertificateInfoJson.tree(CertificateInfo.of(certificate)));
    }
}
