package io.fairlead.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of records that can be declared, in the order in which they need each other. */
enum Section {
    SETTINGS("settings", "settings", "/operator/v1/settings", Set.of("idScope", "quotasInForce"), Set.of()),
    HUBS(
            "hubs",
            "hub",
            "/operator/v1/hubs/",
            Set.of("assignedDevices", "hasConnectionString", "connectionStringFingerprint"),
            Set.of("connectionString")),
    POLICIES(
            "policies",
            "policy",
            "/operator/v1/policies/",
            Set.of("primaryKeyFingerprint", "secondaryKeyFingerprint"),
            Set.of("primaryKey", "secondaryKey")),
    CERTIFICATES(
            "certificates", "certificate", "/operator/v1/certificates/", Set.of("info", "verificationCode"), Set.of()),
    ENROLLMENT_GROUPS("enrollmentGroups", "enrollment group", "/enrollmentGroups/", Set.of(), Set.of()),
    ENROLLMENTS("enrollments", "enrollment", "/enrollments/", Set.of("registrationState"), Set.of());

    private static final String API_VERSION = "?api-version=2021-10-01";
    private static final Set<String> STAMP = Set.of("etag", "createdDateTimeUtc", "lastUpdatedDateTimeUtc");

    private final String title;
    private final String noun;
    private final String path;
    private final Set<String> shownOnly;
    private final Set<String> secrets;

    Section(String title, String noun, String path, Set<String> shownOnly, Set<String> secrets) {
        this.title = title;
        this.noun = noun;
        this.path = path;
        this.shownOnly = shownOnly;
        this.secrets = secrets;
    }

    static Optional<Section> named(String title) {
        return Arrays.stream(values())
                .filter(section -> section.title.equals(title))
                .findFirst();
    }

    /** As the section is called in the file. */
    String title() {
        return title;
    }

    /** As one record of it is called. */
    String noun(String name) {
        return this == SETTINGS ? noun : noun + " " + name;
    }

    /** Whether it belongs to the service API of DPS. */
    boolean isOfServiceApi() {
        return this == ENROLLMENTS || this == ENROLLMENT_GROUPS;
    }

    String path(String name) {
        if (this == SETTINGS) {
            return path;
        }
        return path + encoded(name) + (isOfServiceApi() ? API_VERSION : "");
    }

    /** Where the keys of an entry are asked for. */
    String keysPath(String name) {
        return path + encoded(name) + "/attestationmechanism" + API_VERSION;
    }

    /** Members that are shown by the service and cannot be declared. */
    boolean isShownOnly(String member) {
        return STAMP.contains(member) || shownOnly.contains(member);
    }

    /** Members that are secrets. */
    boolean isSecret(String member) {
        return secrets.contains(member);
    }

    /** The member that holds the record's own name, where a body needs it. */
    Map<String, Object> identity(String name) {
        return switch (this) {
            case ENROLLMENTS -> Map.of("registrationId", name);
            case ENROLLMENT_GROUPS -> Map.of("enrollmentGroupId", name);
            case SETTINGS, HUBS, POLICIES, CERTIFICATES -> Map.of();
        };
    }

    /** The records of a section by name. */
    Map<String, Declared> records(Declared section) {
        return this == SETTINGS ? Map.of(title, section) : section.members();
    }

    /** In which records can be removed: what others need goes last. */
    static List<Section> removals() {
        return List.of(ENROLLMENTS, ENROLLMENT_GROUPS, CERTIFICATES, POLICIES, HUBS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
