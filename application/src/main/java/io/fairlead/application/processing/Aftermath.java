package io.fairlead.application.processing;

import io.fairlead.application.port.HubException;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.domain.device.HubSnapshot;
import io.fairlead.domain.device.OwnershipMark;
import io.fairlead.domain.operation.OperationProgress;
import io.fairlead.domain.operation.OperationStatus;
import io.fairlead.domain.operation.RegistrationOperation;
import io.fairlead.domain.reprovisioning.HubStep;
import java.util.Optional;

/**
 * What a worker does when it learns that it was overtaken and that its operation has ended: its own create call may have
 * had its effect after everybody else was done, and nobody looks any more. It takes back what it made. A hold that came
 * too late is the duties' to release, which are owed for that.
 */
final class Aftermath {
    private final OperationJournal journal;
    private final HubRegistry hubs;

    Aftermath(OperationJournal journal, HubRegistry hubs) {
        this.journal = journal;
        this.hubs = hubs;
    }

    /**
     * Takes back what came too late.
     *
     * @param mine the operation as the overtaken worker believed it to be
     * @throws HubException when a hub does not let it happen; then it stays for the duties and for the next request
     */
    void sweep(RegistrationOperation mine) {
        mine.progress()
                .filter(believed -> believed.plan().steps().contains(HubStep.CREATE))
                .flatMap(OperationProgress::targetIncarnation)
                .filter(made -> isNoPartOfTheOutcome(mine, made))
                .ifPresent(made -> remove(mine, made));
    }

    private boolean isNoPartOfTheOutcome(RegistrationOperation mine, String made) {
        return journal.find(mine.id())
                .filter(outcome -> outcome.status() != OperationStatus.RUNNING)
                .filter(outcome -> outcome.progress()
                        .flatMap(OperationProgress::targetIncarnation)
                        .filter(made::equals)
                        .isEmpty())
                .isPresent();
    }

    private void remove(RegistrationOperation mine, String made) {
        OwnershipMark mark = journal.mark(mine);
        Optional<HubSnapshot> late = hubs.read(mine.arrival().key())
                .filter(device -> device.isIncarnation(made))
                .filter(device -> device.mark().equals(Optional.of(mark)));
        late.ifPresent(device -> new UndoSteps(hubs).delete(device.key(), device));
    }
}
