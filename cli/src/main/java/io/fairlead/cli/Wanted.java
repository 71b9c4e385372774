package io.fairlead.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record as it is declared, with its secrets in place. It lives only as long as the plan and is never printed.
 *
 * @param members the members of the record's JSON
 */
record Wanted(Section section, Map<String, Object> members) {
    static final String ATTESTATION = "attestation";
    static final String SYMMETRIC_KEY = "symmetricKey";

    static Wanted of(Section section, Declared record, Secrets secrets) {
        Map<String, Object> members = new LinkedHashMap<>();
        record.members().forEach((name, member) -> {
            if (section.isShownOnly(name)) {
                throw member.problem(name + " is shown by the service and cannot be declared");
            }
            members.put(name, value(section, name, member, secrets));
        });
        return new Wanted(section, members);
    }

    private static Object value(Section section, String name, Declared member, Secrets secrets) {
        if (section.isSecret(name)) {
            return secrets.resolve(member, name);
        }
        if (section == Section.CERTIFICATES && name.equals(DeclaredCertificate.CERTIFICATE)) {
            return DeclaredCertificate.read(member, secrets);
        }
        if (section.isOfServiceApi() && name.equals(DeclaredWebhook.NAME)) {
            return DeclaredWebhook.read(member, secrets);
        }
        return section.isOfServiceApi() && name.equals(ATTESTATION) ? attestation(member, secrets) : member.tree();
    }

    private static Object attestation(Declared attestation, Secrets secrets) {
        String type = attestation
                .member("type")
                .orElseThrow(() -> attestation.problem("attestation needs a type"))
                .text();
        if (type.equals(DeclaredCertificate.X509)) {
            return DeclaredCertificate.attestation(attestation, secrets);
        }
        if (type.equals(DeclaredTpm.TPM)) {
            return DeclaredTpm.attestation(attestation);
        }
        if (!type.equals(SYMMETRIC_KEY)) {
            throw attestation.problem(
                    "only attestation of type symmetricKey, x509 or tpm can be declared; keep entries of type " + type
                            + " by the service API");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", type);
        attestation.member(SYMMETRIC_KEY).ifPresent(keys -> {
            Map<String, Object> pair = new LinkedHashMap<>();
            keys.members().forEach((name, key) -> pair.put(name, secrets.resolve(key, name)));
            tree.put(SYMMETRIC_KEY, pair);
        });
        return tree;
    }

    /** The keys that are declared for an entry. */
    Optional<Map<?, ?>> keys() {
        return Optional.ofNullable(members.get(ATTESTATION))
                .map(attestation -> ((Map<?, ?>) attestation).get(SYMMETRIC_KEY))
                .map(keys -> (Map<?, ?>) keys);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return section + " " + members.keySet();
    }
}
