package io.fairlead.adapters.wire.registration;

import io.fairlead.adapters.wire.text.CertificateInfoJson;
import io.fairlead.domain.attestation.DeviceProof;
import io.fairlead.domain.certificate.Certificate;
import io.fairlead.domain.certificate.CertificateChain;
import io.fairlead.domain.certificate.CertificateInfo;
import io.fairlead.domain.identity.EnrollmentRef;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a device is told of its attestation beside its assignment (DPS {@code X509RegistrationResult} and {@code
 * SymmetricKeyRegistrationResult}): of what it showed with this very request.
 */
final class AttestationResult {
    private AttestationResult() {}

    /** Adds it to the record's other members. */
    static void put(Map<String, Object> tree, DeviceRegistration registration, DeviceProof shown) {
        Map<String, Object> byKey = group(registration);
        Map<String, Object> byCertificate =
                shown.match(certificate -> described(registration, certificate.chain()), token -> Map.of(), Map::of);
        if (!byCertificate.isEmpty()) {
            tree.put("x509", byCertificate);
        } else if (!byKey.isEmpty()) {
            tree.put("symmetricKey", byKey);
        }
    }

    private static Map<String, Object> group(DeviceRegistration registration) {
        return registration.entry().kind() == EnrollmentRef.Kind.GROUP
                ? Map.of("enrollmentGroupId", registration.entry().id())
                : Map.of();
    }

    /** Who signed the device's certificate matters to a group only. */
    private static Map<String, Object> described(DeviceRegistration registration, CertificateChain chain) {
        List<Certificate> certificates = chain.certificates();
        Map<String, Object> group = group(registration);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("certificateInfo", info(chain.leaf()));
        tree.putAll(group);
        if (!group.isEmpty() && certificates.size() > 1) {
            tree.put("signingCertificateInfo", info(certificates.get(1)));
        }
        return tree;
    }

    private static Map<String, Object> info(Certificate certificate) {
        return CertificateInfoJson.tree(CertificateInfo.of(certificate));
    }
}
