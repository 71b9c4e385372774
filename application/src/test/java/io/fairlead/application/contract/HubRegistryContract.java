package io.fairlead.application.contract;

/**
 * What every {@link io.fairlead.application.port.HubRegistry} must do, whatever kind of hub it speaks to. Implement it in
 * a test class of the implementation; hubs may be shared by all tests of a class.
 */
public interface HubRegistryContract
        extends HubIdentityContract,
                HubExpectationContract,
                HubTwinContract,
                HubLimitContract,
                HubListContract,
                HubConcurrencyContract {}
