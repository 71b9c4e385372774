package io.fairlead.adapters.wire.text;

import io.fairlead.domain.certificate.CertificateInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of a certificate (DPS {@code X509CertificateInfo}): all eight members, or the Java client fails. */
public final class CertificateInfoJson {
    private CertificateInfoJson() {}

    public static Map<String, Object> tree(CertificateInfo info) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("subjectName", info.subjectName());
        tree.put("sha1Thumbprint", info.sha1Thumbprint());
        tree.put("sha256Thumbprint", info.sha256Thumbprint());
        tree.put("issuerName", info.issuerName());
        tree.put("notBeforeUtc", WireTime.text(info.notBefore()));
        tree.put("notAfterUtc", WireTime.text(info.notAfter()));
        tree.put("serialNumber", info.serialNumber());
        tree.put("version", (long) info.version());
        return tree;
    }
}
