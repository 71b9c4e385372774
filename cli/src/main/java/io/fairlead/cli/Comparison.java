package io.fairlead.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finds the fields that are not as they are declared. What is not declared is left alone. */
final class Comparison {
    /** Free documents: what is declared is all of it. */
    private static final Set<String> WHOLE = Set.of("initialTwin", "optionalDeviceInformation");
    /** The service spells these in its own way. */
    private static final Set<String> ANY_CASE =
            Set.of("allocationPolicy", "region", "kind", "provisioningStatus", "iotHubs", "rights");
    /** Sets that are written as lists. */
    private static final Set<String> ANY_ORDER = Set.of("iotHubs", "rights");

    private final Wanted wanted;
    private final List<FieldChange> changes = new ArrayList<>();

    private Comparison(Wanted wanted) {
        this.wanted = wanted;
    }

    /** Whether what is declared of this member is all of it. */
    static boolean isWhole(String member) {
        return WHOLE.contains(member);
    }

    /** @param keys of an entry, asked for only when some are declared, since showing them is audited */
    static List<FieldChange> of(Map<String, Object> is, Wanted wanted, Supplier<Map<String, Object>> keys) {
        Comparison comparison = new Comparison(wanted);
        wanted.members().forEach((name, value) -> comparison.member(is, name, value));
        wanted.keys()
                .filter(declared -> !declared.isEmpty())
                .ifPresent(declared -> comparison.keys(keys.get(), declared));
        return comparison.changes;
    }

    private void member(Map<String, Object> is, String name, Object value) {
        if (wanted.section().isSecret(name)) {
            Object fingerprint = is.get(name + "Fingerprint");
            if (!fingerprint((String) value).equals(fingerprint)) {
                changes.add(FieldChange.secret(name, fingerprint != null));
            }
        } else if (wanted.section().isOfServiceApi() && name.equals(Wanted.ATTESTATION)) {
            compare("attestation.type", type(is.get(name)), type(value), false);
            certificates(DeclaredCertificate.places(is.get(name)), DeclaredCertificate.places(value));
            compare("attestation.tpm", DeclaredTpm.keys(is.get(name)), DeclaredTpm.keys(value), false);
        } else if (wanted.section() == Section.CERTIFICATES && name.equals(DeclaredCertificate.CERTIFICATE)) {
            compare(name, is.get(name) instanceof String there ? thumbprint(there) : null, thumbprint(value), false);
        } else if (wanted.section().isOfServiceApi() && name.equals(DeclaredWebhook.NAME)) {
            changes.addAll(DeclaredWebhook.differences(is.get(name), value));
        } else {
            compare(name, is.get(name), value, isWhole(name));
        }
    }

    /** Of the places that are declared at all: those of an entry by X.509 are declared whole. */
    private void certificates(Map<String, String> are, Map<String, String> declared) {
        Set<String> places = new LinkedHashSet<>(declared.keySet());
        if (!declared.isEmpty()) {
            places.addAll(are.keySet());
        }
        places.forEach(place -> compare(place, are.get(place), declared.get(place), false));
    }

    private static String thumbprint(Object certificate) {
        return DeclaredCertificate.thumbprint((String) certificate);
    }

    private static Object type(Object attestation) {
        return attestation instanceof Map<?, ?> members ? members.get("type") : null;
    }

    private void keys(Map<String, Object> shown, Map<?, ?> declared) {
        Map<?, ?> pair = shown.get(Wanted.SYMMETRIC_KEY) instanceof Map<?, ?> keys ? keys : Map.of();
        declared.forEach((name, key) -> {
            if (!key.equals(pair.get(name))) {
                changes.add(FieldChange.secret("attestation.symmetricKey." + name, pair.containsKey(name)));
            }
        });
    }

    private void compare(String path, Object is, Object value, boolean whole) {
        boolean trees = isTree(is) && isTree(value);
        if (trees && (value != null || (whole && is != null))) {
            Map<?, ?> declared = members(value);
            Map<?, ?> there = members(is);
            Set<Object> names = new LinkedHashSet<>(declared.keySet());
            if (whole) {
                names.addAll(there.keySet());
            }
            names.forEach(name -> compare(path + "." + name, there.get(name), declared.get(name), whole));
        } else if (!comparable(path, is).equals(comparable(path, value))) {
            changes.add(FieldChange.of(path, is, value));
        }
    }

    /** Nothing is an empty one: the service shows parts of a document that were never written. */
    private static boolean isTree(Object value) {
        return value == null || value instanceof Map<?, ?>;
    }

    private static Map<?, ?> members(Object tree) {
        return tree == null ? Map.of() : (Map<?, ?>) tree;
    }

    /** Equal for values that mean the same. */
    private static Object comparable(String path, Object value) {
        if (value instanceof List<?> items && !items.isEmpty()) {
            List<Object> list = new ArrayList<>(
                    items.stream().map(item -> comparable(path, item)).toList());
            if (ANY_ORDER.contains(path)) {
                list.sort((one, other) -> one.toString().compareTo(other.toString()));
            }
            return list;
        }
        if (value instanceof Long || value instanceof BigDecimal) {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        }
        if (value instanceof String text) {
            return '"' + (ANY_CASE.contains(path) ? text.toLowerCase(Locale.ROOT) : text);
        }
        boolean nothing = value == null || value instanceof List<?> || value instanceof Map<?, ?> map && map.isEmpty();
        return nothing ? "" : value;
    }

    /** As the service makes them. */
    static String fingerprint(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
