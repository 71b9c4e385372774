package io.fairlead.application.fake;

import io.fairlead.domain.operation.HubDuty;
import java.time.Instant;

/**
 * A duty with what only the store knows.
 *
 * @param due by the database's clock
 * @param since when it arrived, by the database's clock
 */
record DutyRow(HubDuty duty, Instant due, Instant since) {
    boolean isEverDue() {
        return duty.kind() != HubDuty.Kind.CONFLICT;
    }

    String dueKey() {
        return Keys.of(Keys.of(due), duty.id());
    }

    String deviceKey() {
        return Keys.of(duty.registrationId().canonical(), Keys.of(since), duty.id());
    }
}
