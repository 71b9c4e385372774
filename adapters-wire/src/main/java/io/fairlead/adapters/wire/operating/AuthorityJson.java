package io.fairlead.adapters.wire.operating;

import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.wire.text.CertificateInfoJson;
import io.fairlead.domain.certificate.CertificateAuthority;
import io.fairlead.domain.certificate.CertificateInfo;
import io.fairlead.domain.enrollment.EntryStamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uploaded certificates as operators read them (DPS management API, {@code CertificateProperties}). */
public final class AuthorityJson {
    private AuthorityJson() {}

    /** All of them. */
    public static byte[] list(List<CertificateAuthority> authorities) {
        return JsonText.write(
                Map.of("value", authorities.stream().map(AuthorityJson::tree).toList()));
    }

    public static byte[] write(CertificateAuthority authority) {
        return JsonText.write(tree(authority));
    }

    private static Map<String, Object> tree(CertificateAuthority authority) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", authority.name().value());
        tree.put("isVerified", authority.isVerified());
        authority.possession().code().ifPresent(code -> tree.put("verificationCode", code));
        tree.put("info", CertificateInfoJson.tree(CertificateInfo.of(authority.certificate())));
        tree.put("certificate", authority.certificate().base64());
        KnownMembers.stamp(tree, new EntryStamp(authority.etag(), authority.createdAt(), authority.lastUpdatedAt()));
        return tree;
    }
}
