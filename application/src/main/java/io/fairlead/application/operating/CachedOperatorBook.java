package io.fairlead.application.operating;

import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.OperatorBook;
import io.fairlead.application.port.Stores;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.domain.allocation.AllocationPolicy;
import io.fairlead.domain.allocation.LinkedHubs;
import io.fairlead.domain.operating.AccessPolicy;
import io.fairlead.domain.operating.HubLink;
import io.fairlead.domain.operating.InstanceSettings;
import io.fairlead.domain.operating.QuotaWords;
import io.fairlead.domain.operating.Quotas;
import java.util.List;

/**
 * This node's copy of what operators have said, so that no request pays a statement for it. Whoever changes a record
 * refreshes it here at once; a timer does on every node, so that all agree within seconds. While the database does not
 * answer the copy stays in force. Thread-safe.
 */
public final class CachedOperatorBook implements LinkedHubDirectory, AccessControl {
    private final UnitOfWork work;
    private final Quotas configured;
    private volatile Known known;

    /** @param configured the quotas that hold as far as operators have not said others */
    public CachedOperatorBook(UnitOfWork work, Quotas configured) {
        this.work = work;
        this.configured = configured;
        this.known = known(OperatorBook.BLANK);
    }

    /** The records, and what requests need of them. */
    private record Known(OperatorBook book, LinkedHubs hubs, Quotas quotas) {}

    private Known known(OperatorBook book) {
        QuotaWords said = book.settings().map(InstanceSettings::quotas).orElse(QuotaWords.NONE);
        return new Known(
                book, new LinkedHubs(book.hubs().stream().map(HubLink::hub).toList()), said.over(configured));
    }

    /** Reads the records again; one statement. */
    public synchronized void refresh() {
        OperatorBook now = work.read(Stores::operatorBook);
        if (!now.equals(known.book())) {
            known = known(now);
        }
    }

    /** The records as they were when they were read last. */
    public OperatorBook book() {
        return known.book();
    }

    @Override
    public LinkedHubs linkedHubs() {
        return known.hubs();
    }

    @Override
    public AllocationPolicy defaultAllocation() {
        return known.book().settings().map(InstanceSettings::defaultAllocation).orElse(AllocationPolicy.HASHED);
    }

    /** How much is allowed at this node now. */
    public Quotas quotas() {
        return known.quotas();
    }

    @Override
    public List<AccessPolicy> policies() {
        return known.book().policies();
    }
}
