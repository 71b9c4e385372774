package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.deciding.AllocationFrame;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Clock;

/** What every attempt at an operation works with. */
record ProcessingParts(
        ProvisioningSettings settings,
        OperationJournal journal,
        OutcomeJournal outcomes,
        HubRegistry registry,
        CustomAllocator allocator,
        HubPaces paces,
        DutyProcessor duties,
        GivingUp givingUp,
        LinkedHubDirectory hubs,
        Clock clock,
        ProvisioningObserver observer) {

    SituationFrame frame(RegistrationOperation operation) {
        return new SituationFrame(
                new AllocationFrame(hubs.linkedHubs(), hubs.defaultAllocation(), settings.minGainPercent()), operation);
    }
}
