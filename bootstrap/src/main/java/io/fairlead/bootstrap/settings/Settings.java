package io.fairlead.bootstrap.settings;

/** Everything an operator has said, validated. Reading it is the first thing a start does. */
public record Settings(
        ServerSettings server,
        TlsSettings tls,
        DatabaseSettings database,
        SecretsSettings secrets,
        IdentitySettings identity,
        HubSettings hubs,
        AllocationSettings allocation,
        ReprovisioningSettings reprovisioning,
        OperationSettings operations,
        QuotaSettings quotas,
        OperatingSettings operating,
        DeviceConnectionSettings devices) {

    public Settings {
        int hubCount = hubs.simulated().size();
        if (hubCount > quotas.linkedHubs().orElse(hubCount)) {
            throw new SettingsProblem("fairlead.hubs.simulated names " + hubCount
                    + " hubs, more than fairlead.quotas.linked-hubs allows: "
                    + quotas.linkedHubs().getAsInt());
        }
    }

    /** @throws SettingsProblem for the first setting that cannot be used */
    public static Settings from(SettingsSource source) {
        return new Settings(
                ServerSettings.from(source),
                TlsSettings.from(source),
                DatabaseSettings.from(source),
                SecretsSettings.from(source),
                IdentitySettings.from(source),
                HubSettings.from(source),
                AllocationSettings.from(source),
                ReprovisioningSettings.from(source),
                OperationSettings.from(source),
                QuotaSettings.from(source),
                OperatingSettings.from(source),
                DeviceConnectionSettings.from(source));
    }
}
