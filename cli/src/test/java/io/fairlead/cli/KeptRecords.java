package io.fairlead.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that keeps what it is sent, shows secrets as the real one does, and remembers every write. */
final class KeptRecords extends Api {
    final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    final List<String> writes = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    KeptRecords() {
        super(null, null, null);
    }

    @Override
    Optional<Found> get(String path) {
        return Optional.ofNullable(records.get(path)).map(members -> new Found(shown(members), Optional.of("\"1\"")));
    }

    /** As the service shows it: fingerprints in place of secrets, keys of entries blank. */
    private static Map<String, Object> shown(Map<String, Object> members) {
        Map<String, Object> shown = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (name.equals("connectionString") || name.endsWith("Key")) {
                shown.put(name + "Fingerprint", Comparison.fingerprint((String) value));
            } else if (name.equals("attestation") && ((Map<?, ?>) value).containsKey("x509")) {
                shown.put(name, described(value));
            } else if (name.equals("initialTwin")) {
                Map<Object, Object> twin = new LinkedHashMap<>(Map.of("tags", Map.of()));
                twin.putAll((Map<?, ?>) value);
                twin.putIfAbsent("properties", Map.of("desired", Map.of()));
                shown.put(name, twin);
            } else if (name.equals("attestation") && ((Map<?, ?>) value).containsKey("tpm")) {
                shown.put(name, value);
            } else if (name.equals("attestation")) {
                shown.put(
                        name,
                        Map.of("type", "symmetricKey", "symmetricKey", Map.of("primaryKey", "", "secondaryKey", "")));
            } else {
                shown.put(name, value);
            }
        });
        shown.put("etag", "1");
        return shown;
    }

    /** Certificates are told by their description. */
    private static Object described(Object tree) {
        if (!(tree instanceof Map<?, ?> members)) return tree;
        if (members.get("certificate") instanceof String text) {
            return Map.of("info", Map.of("sha256Thumbprint", DeclaredCertificate.thumbprint(text)));
        }
        Map<Object, Object> shown = new LinkedHashMap<>();
        members.forEach((name, member) -> shown.put(name, described(member)));
        return shown;
    }

    @Override
    Map<String, Object> ask(String path) {
        asked.add(path);
        Object attestation =
                records.get(path.replace("/attestationmechanism", "")).get("attestation");
        Map<String, Object> keys = new LinkedHashMap<>();
        ((Map<?, ?>) attestation).forEach((name, value) -> keys.put((String) name, value));
        return keys;
    }

    @Override
    void put(String path, Map<String, Object> members, Optional<String> etag) {
        writes.add("PUT " + path + etag.map(version -> " " + version).orElse(""));
        records.put(path, members);
    }

    @Override
    void create(String path, Map<String, Object> members) {
        writes.add("PUT " + path + " if absent");
        records.put(path, members);
    }

    @Override
    void delete(String path, Optional<String> etag) {
        writes.add("DELETE " + path + etag.map(version -> " " + version).orElse(""));
        records.remove(path);
    }
}
