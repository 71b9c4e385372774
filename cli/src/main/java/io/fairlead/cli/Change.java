package io.fairlead.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record that is not as it is declared.
 *
 * @param fields what differs; nothing for a removal
 * @param body what to send; nothing for a removal
 * @param etag the version that the plan has seen: a change in between is not overwritten
 */
record Change(
        Kind kind,
        Section section,
        String name,
        List<FieldChange> fields,
        Map<String, Object> body,
        Optional<String> etag) {

    /** What is done. */
    enum Kind {
        ADD("+"),
        CHANGE("~"),
        REMOVE("-");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    static Change adding(String name, Wanted wanted) {
        Map<String, Object> body = new LinkedHashMap<>(wanted.section().identity(name));
        body.putAll(wanted.members());
        return new Change(
                Kind.ADD, wanted.section(), name, Comparison.of(Map.of(), wanted, Map::of), body, Optional.empty());
    }

    static Change changing(String name, Wanted wanted, Api.Found found, List<FieldChange> fields) {
        Map<String, Object> body = new LinkedHashMap<>(found.members());
        body.keySet().removeIf(member -> wanted.section().isShownOnly(member));
        wanted.members()
                .forEach((member, value) ->
                        body.put(member, isWhole(member, value) ? value : laidOver(body.get(member), value)));
        return new Change(Kind.CHANGE, wanted.section(), name, fields, body, found.etag());
    }

    static Change removing(Section section, String name, Api.Found found) {
        return new Change(Kind.REMOVE, section, name, List.of(), Map.of(), found.etag());
    }

    /** Certificates of one kind never stand beside those of another. */
    private static boolean isWhole(String member, Object value) {
        boolean isByCertificate = value instanceof Map<?, ?> members && members.containsKey(DeclaredCertificate.X509);
        return Comparison.isWhole(member) || isByCertificate;
    }

    /** What is declared over what is there. */
    private static Object laidOver(Object is, Object wanted) {
        if (!(wanted instanceof Map<?, ?> declared) || !(is instanceof Map<?, ?> there)) {
            return wanted;
        }
        Map<Object, Object> both = new LinkedHashMap<>(there);
        declared.forEach((name, value) -> both.put(name, laidOver(there.get(name), value)));
        return both;
    }

    String title() {
        return kind.sign + " " + section.noun(name);
    }

    void carryOut(Api api) {
        switch (kind) {
            case REMOVE -> api.delete(section.path(name), etag);
            case ADD -> api.create(section.path(name), body);
            case CHANGE -> api.put(section.path(name), body, etag);
        }
    }

    /** Whether it is about the policy by whose key all this is done. */
    boolean concerns(String ownPolicy) {
        return section == Section.POLICIES && name.equalsIgnoreCase(ownPolicy);
    }

    /** Without the body, which holds secrets. */
    @Override
    public String toString() {
        return title();
    }
}
