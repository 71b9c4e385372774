package io.fairlead.adapters.persistence.duty;

import io.fairlead.adapters.persistence.sql.PageOf;
import io.fairlead.adapters.persistence.sql.SqlSession;
import io.fairlead.application.paging.Page;
import io.fairlead.application.paging.PageRequest;
import io.fairlead.application.port.HubDutyStore;
import io.fairlead.domain.identity.RegistrationId;
import io.fairlead.domain.operation.HubDuty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** Hub duties in the table {@code hub_duties}. */
public final class JdbiHubDutyStore implements HubDutyStore {
    private final SqlSession sql;
    private final RowMapper<HubDuty> duty;

    public JdbiHubDutyStore(SqlSession sql) {
        this.sql = sql;
        this.duty = (row, context) -> DutyRow.at(row).toDuty(sql.sealing());
    }

    @Override
    public void insert(HubDuty duty, Duration dueIn) {
        DutyRow row = DutyRow.from(duty, sql.sealing());
        Update insert = duty.kind() == HubDuty.Kind.CONFLICT
                ? sql.update(DutySql.INSERT_NEVER_DUE)
                : sql.update(DutySql.INSERT).bind("millis", dueIn.toMillis());
        insert.bind("id", row.id())
                .bind("registrationId", row.registrationId())
                .bind("fence", row.fence())
                .bind("attempts", row.attempts())
                .bind("duty", row.duty())
                .bind("lastError", row.lastError().orElse(null))
                .execute();
    }

    @Override
    public Optional<HubDuty> find(String id) {
        return sql.query(DutySql.FIND).bind("id", id).map(duty).findOne();
    }

    @Override
    public List<HubDuty> of(RegistrationId id) {
        return sql.query(DutySql.OF_DEVICE)
                .bind("registrationId", id.canonical())
                .map(duty)
                .list();
    }

    @Override
    public Optional<HubDuty> claimDue(String node, Duration lease) {
        return DutySql.CLAIM_DUE.next(sql, node, lease).flatMap(this::find);
    }

    @Override
    public Optional<HubDuty> claim(String id, String node, Duration lease) {
        int claimed = sql.update(DutySql.CLAIM)
                .bind("id", id)
                .bind("node", node)
                .bind("millis", lease.toMillis())
                .execute();
        return claimed == 1 ? find(id) : Optional.empty();
    }

    @Override
    public boolean finish(HubDuty duty) {
        return sql.update(DutySql.FINISH)
                        .bind("id", duty.id())
                        .bind("fence", duty.fence())
                        .execute()
                == 1;
    }

    @Override
    public boolean postpone(HubDuty duty, Duration dueIn) {
        DutyRow row = DutyRow.from(duty, sql.sealing());
        return sql.update(DutySql.POSTPONE)
                        .bind("id", row.id())
                        .bind("fence", row.fence())
                        .bind("attempts", row.attempts())
                        .bind("lastError", row.lastError().orElse(null))
                        .bind("millis", dueIn.toMillis())
                        .execute()
                == 1;
    }

    @Override
    public void withdraw(String id) {
        sql.update(DutySql.WITHDRAW).bind("id", id).execute();
    }

    @Override
    public Page<HubDuty> page(PageRequest request) {
        List<DutyRow> rows = sql.query(DutySql.PAGE)
                .bind("after", request.after().orElse(""))
                .bind("limit", PageOf.limit(request))
                .map((row, context) -> DutyRow.at(row))
                .list();
        return PageOf.light(rows, request, DutyRow::id, row -> row.duty().length(), row -> row.toDuty(sql.sealing()));
    }
}
