package io.fairlead.bootstrap.settings;

import java.util.Optional;

/**
 * What makes this service this service. What is empty is made at the first start and kept in the data directory; servers that share a database must be given
 * the same scope and key.
 *
 * @param idScope    the tenant part of every device path
 * @param ownerKey   the key of the policy {@code provisioningserviceowner}, in Base64
 * @param instanceId tells this server from others on the same database; empty for a new one at each start
 */
public record IdentitySettings(Optional<String> idScope, Optional<Secret> ownerKey, Optional<String> instanceId) {

    static IdentitySettings from(SettingsSource source) {
        return new IdentitySettings(
                Catalogue.ID_SCOPE.find(source), Catalogue.OWNER_KEY.find(source), Catalogue.INSTANCE_ID.find(source));
    }
}
