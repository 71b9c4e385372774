package io.fairlead.bootstrap.demo;

/**
 * An enrollment entry as the operator writes it.
 *
 * @param hub     the one hub in its list
 * @param desired the desired properties of its initial twin, JSON
 * @param key     empty for a new entry: the service then makes the keys
 */
record Entry(Kind kind, String id, String hub, Policy policy, String desired, String key) {

    static Entry individual(String registrationId, String hub, Policy policy, String desired) {
        return new Entry(Kind.INDIVIDUAL, registrationId, hub, policy, desired, "");
    }

    static Entry group(String id, String hub, Policy policy, String desired) {
        return new Entry(Kind.GROUP, id, hub, policy, desired, "");
    }

    Entry withHub(String next) {
        return new Entry(kind, id, next, policy, desired, key);
    }

    Entry withKey(String made) {
        return new Entry(kind, id, hub, policy, desired, made);
    }

    /** The key of a device that this entry speaks for. */
    String deviceKey(String registrationId) {
        return kind == Kind.INDIVIDUAL ? key : SharedAccess.deviceKey(key, registrationId);
    }

    String path() {
        return kind.path + id;
    }

    String json() {
        return """
                {"%s":"%s","attestation":{"type":"symmetricKey","symmetricKey":{"primaryKey":"%s","secondaryKey":"%s"}},
                 "allocationPolicy":"static","iotHubs":["%s"],"reprovisionPolicy":%s,
                 "initialTwin":{"properties":{"desired":%s}}}""".formatted(kind.idField, id, key, key, Hubs.host(hub), policy.json(), desired);
    }

    /** The two kinds of the service API. */
    enum Kind {
        INDIVIDUAL("/enrollments/", "registrationId"),
        GROUP("/enrollmentGroups/", "enrollmentGroupId");

        private final String path;
        private final String idField;

        Kind(String path, String idField) {
            this.path = path;
            this.idField = idField;
        }
    }
}
