package io.fairlead.bootstrap.demo;

import jakarta.json.JsonObject;

/** Whoever runs the service, working through its service API. */
record Operator(ServiceFacts service, Wire wire, SharedAccess access) {

    /** Saves an entry. @return it with the keys that the service made, if it was new */
    Entry save(Entry entry) {
        String token = access.token(service.host(), service.policy(), service.policyKey());
        JsonObject saved = wire.send("PUT", entry.path(), token, entry.json()).body();
        return entry.withKey(
                saved.getJsonObject("attestation").getJsonObject("symmetricKey").getString("primaryKey"));
    }
}
