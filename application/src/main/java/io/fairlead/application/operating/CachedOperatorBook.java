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
import java.util.List;

/**
 * This node's copy of what operators have said, so that no request pays a statement for it. Whoever changes a record
 * refreshes it here at once; a timer does on every node, so that all agree within seconds. While the database does not
 * answer the copy stays in force. Thread-safe.
 */
public final class CachedOperatorBook implements LinkedHubDirectory, AccessControl {
    private final UnitOfWork work;
    private volatile Known known = Known.of(OperatorBook.BLANK);

    public CachedOperatorBook(UnitOfWork work) {
        this.work = work;
    }

    /** The records, and what requests need of them. */
    private record Known(OperatorBook book, LinkedHubs hubs) {
        static Known of(OperatorBook book) {
            return new Known(
                    book, new LinkedHubs(book.hubs().stream().map(HubLink::hub).toList()));
        }
    }

    /** Reads the records again; one statement. */
    public synchronized void refresh() {
        OperatorBook now = work.read(Stores::operatorBook);
        if (!now.equals(known.book())) {
            known = Known.of(now);
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

    @Override
    public List<AccessPolicy> policies() {
        return known.book().policies();
    }
}
