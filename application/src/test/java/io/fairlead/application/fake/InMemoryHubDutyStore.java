package io.fairlead.application.fake;

import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.HubDutyStore;
import io.fairlead.application.port.StoreException;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Duties in a table, with indexes by device and by due time. */
final class InMemoryHubDutyStore implements HubDutyStore {
    private final Table<DutyRow> rows;
    private final Table<String> byDevice;
    private final Table<String> due;
    private final Clock clock;

    InMemoryHubDutyStore(Tables tables, Clock clock) {
        this.rows = tables.duties();
        this.byDevice = tables.dutiesOf();
        this.due = tables.dueDuties();
        this.clock = clock;
    }

    @Override
    public void insert(HubDuty duty, Duration dueIn) {
        if (find(duty.id()).isPresent()) {
            throw new StoreException("duty " + duty.id() + " is there already", null);
        }
        put(duty, dueIn, clock.instant());
    }

    @Override
    public Optional<HubDuty> find(String id) {
        return rows.find(id).map(DutyRow::duty);
    }

    @Override
    public List<HubDuty> of(RegistrationId id) {
        return byDevice.startingWith(Keys.prefix(id.canonical())).stream()
                .map(duty -> find(duty).orElseThrow())
                .toList();
    }

    @Override
    public Optional<HubDuty> claimDue(String node, Duration lease) {
        rows.requireWritable();
        return due.first()
                .flatMap(rows::find)
                .filter(row -> !row.due().isAfter(clock.instant()))
                .map(row -> claimed(row, lease));
    }

    @Override
    public Optional<HubDuty> claim(String id, String node, Duration lease) {
        rows.requireWritable();
        return rows.find(id).map(row -> claimed(row, lease));
    }

    @Override
    public boolean finish(HubDuty duty) {
        Optional<DutyRow> held = held(duty);
        held.ifPresent(this::drop);
        return held.isPresent();
    }

    @Override
    public boolean postpone(HubDuty duty, Duration dueIn) {
        Optional<DutyRow> held = held(duty);
        held.ifPresent(row -> replace(
                row,
                copy(row.duty(), duty.attempts(), duty.lastError(), row.duty().fence()),
                dueIn));
        return held.isPresent();
    }

    @Override
    public void withdraw(String id) {
        rows.requireWritable();
        rows.find(id).ifPresent(this::drop);
    }

    @Override
    public Page<HubDuty> page(PageRequest request) {
        Page<DutyRow> page =
                rows.page("", request, row -> true, row -> row.duty().id());
        return new Page<>(page.items().stream().map(DutyRow::duty).toList(), page.next());
    }

    private Optional<DutyRow> held(HubDuty duty) {
        rows.requireWritable();
        return rows.find(duty.id()).filter(row -> row.duty().fence() == duty.fence());
    }

    private HubDuty claimed(DutyRow row, Duration lease) {
        HubDuty it = row.duty();
        HubDuty next = copy(it, it.attempts(), it.lastError(), it.fence() + 1);
        replace(row, next, lease);
        return next;
    }

    private void replace(DutyRow old, HubDuty next, Duration dueIn) {
        drop(old);
        put(next, dueIn, old.since());
    }

    private void put(HubDuty duty, Duration dueIn, Instant since) {
        DutyRow row = new DutyRow(duty, clock.instant().plus(dueIn), since);
        rows.put(duty.id(), row);
        byDevice.put(row.deviceKey(), duty.id());
        if (row.isEverDue()) {
            due.put(row.dueKey(), duty.id());
        }
    }

    private void drop(DutyRow row) {
        rows.remove(row.duty().id());
        byDevice.remove(row.deviceKey());
        due.remove(row.dueKey());
    }

    private static HubDuty copy(HubDuty it, int attempts, Optional<String> lastError, long fence) {
        return new HubDuty(
                it.id(),
                it.registrationId(),
                it.place(),
                it.kind(),
                it.incarnation(),
                it.operation(),
                it.status(),
                it.movedTo(),
                attempts,
                lastError,
                it.conflict(),
                fence);
    }
}
