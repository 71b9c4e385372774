package io.fairlead.application.processing;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.operation.RegistrationOperation;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The workers' door, and the place where its parts are put together. Thread-safe. */
public final class ProcessingService implements RegistrationProcessing {
    private final OperationJournal journal;
    private final DutyProcessor duties;
    private final RegistrationProcessor processor;

    private ProcessingService(OperationJournal journal, DutyProcessor duties, RegistrationProcessor processor) {
        this.journal = journal;
        this.duties = duties;
        this.processor = processor;
    }

    /**
     * Puts the workers' parts together.
     *
     * @param random for the jitter of retries
     */
    public static ProcessingService of(
            ProvisioningSettings settings,
            UnitOfWork work,
            HubRegistry registry,
            CustomAllocator allocator,
            HubPaces paces,
            LinkedHubDirectory hubs,
            IdSource ids,
            Clock clock,
            RandomGenerator random,
            ProvisioningObserver observer) {
        Backoff backoff = new Backoff(random);
        OwedDuties owed = new OwedDuties(ids);
        OperationJournal journal = new OperationJournal(work, clock, settings, owed);
        OutcomeJournal outcomes = new OutcomeJournal(work, ids, clock, settings, owed);
        DutyJournal dutyJournal = new DutyJournal(work, ids, clock, settings);
        DutyProcessor duties = new DutyProcessor(settings, dutyJournal, registry, paces, backoff, observer);
        GivingUp givingUp = new GivingUp(journal, outcomes, owed);
        ProcessingParts parts = new ProcessingParts(
                settings, journal, outcomes, registry, allocator, paces, duties, givingUp, hubs, clock, observer);
        return new ProcessingService(journal, duties, new RegistrationProcessor(parts, backoff));
    }

    @Override
    public void process(RegistrationOperation held) {
        processor.process(held);
    }

    @Override
    public int processDue(int limit) {
        int touched = 0;
        while (touched < limit) {
            Optional<RegistrationOperation> due = journal.claimDue();
            due.ifPresent(processor::process);
            boolean duty = duties.runDue();
            if (due.isEmpty() && !duty) {
                return touched;
            }
            touched++;
        }
        return touched;
    }

    @Override
    public int purge() {
        return journal.purge();
    }
}
