package io.fairlead.bootstrap.wiring;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.bootstrap.identity.ServiceIdentity;
import io.fairlead.bootstrap.settings.OperationSettings;
import io.fairlead.bootstrap.settings.ReprovisioningSettings;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.domain.identity.IdScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/** Who this service is, and what its operator has said about provisioning. */
@ApplicationScoped
public class IdentityProducer {

    @Produces
    @Singleton
    ServiceIdentity identity(Settings settings, SecureRandom random) {
        return ServiceIdentity.in(settings.server().dataDirectory(), settings.identity(), random);
    }

    @Produces
    @Singleton
    ProvisioningSettings provisioning(Settings settings, ServiceIdentity identity) {
        ReprovisioningSettings reprovisioning = settings.reprovisioning();
        OperationSettings operations = settings.operations();
        String node = settings.identity()
                .instanceId()
                .orElseGet(() -> UUID.randomUUID().toString());
        ProvisioningSettings usual = ProvisioningSettings.defaults(new IdScope(identity.idScope()), node);
        return new ProvisioningSettings(
                usual.idScope(),
                settings.operating().clockSkew(),
                usual.node(),
                settings.allocation().minGainPercent(),
                reprovisioning.lookAgain(),
                usual.keepLookWithin(),
                reprovisioning.looksPerMinute(),
                reprovisioning.snapshotMaxAge(),
                operations.timeout(),
                operations.lease(),
                usual.retryBackoffCap(),
                usual.dutyBackoffCap(),
                operations.retryAfter(),
                operations.retention());
    }
}
