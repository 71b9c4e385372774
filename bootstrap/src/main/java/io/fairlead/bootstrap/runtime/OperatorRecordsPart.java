package io.fairlead.bootstrap.runtime;

import io.fairlead.application.operating.AuditPurge;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.operating.Seeding;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.bootstrap.settings.Secret;
import io.fairlead.bootstrap.settings.StartReport;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.AccessPolicy;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators have said: there from the first start on, and on every node the same within seconds. */
public final class OperatorRecordsPart implements ServicePart {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorRecordsPart.class);
    private static final int REFRESH_MILLIS = 1_000;
    private static final int PURGE_SECONDS = 60;

    private final Seeding seeding;
    private final FirstWord firstWord;
    private final CachedOperatorBook book;
    private final AuditPurge purge;
    private ScheduledExecutorService timer;

    /**
     * What the settings say before operators do.
     *
     * @param configured whether the owner key is a setting, and not of the server's own making
     */
    public record FirstWord(List<HubName> hubs, Secret ownerKey, boolean configured) {}

    public OperatorRecordsPart(Seeding seeding, FirstWord firstWord, CachedOperatorBook book, AuditPurge purge) {
        this.seeding = seeding;
        this.firstWord = firstWord;
        this.book = book;
        this.purge = purge;
    }

    @Override
    public String name() {
        return "operator records";
    }

    @Override
    public void start() {
        try {
            seed();
            book.refresh();
        } catch (ProvisioningException e) {
            throw new StartProblem(e.problem().detail(), e);
        }
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "fairlead-records");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(this::purge, PURGE_SECONDS, PURGE_SECONDS, TimeUnit.SECONDS);
    }

    private void seed() {
        List<HubName> unlinked = seeding.hubs(firstWord.hubs());
        if (!unlinked.isEmpty()) {
            LOG.warn(
                    "FAIRLEAD_HUBS_SIMULATED speaks at the first start on a database only: {} of it are not linked;"
                            + " link them by the operator API",
                    unlinked);
        }
        AccessPolicy owner = seeding.owner(new SymmetricKey(firstWord.ownerKey().value()), firstWord.configured());
        StartReport.ownerKey(new Secret(owner.keys().primary().base64()));
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    private void refresh() {
        try {
            book.refresh();
        } catch (RuntimeException e) {
            LOG.warn("The operators' records could not be read again, the copy stays in force: {}", e.getMessage());
        }
    }

    private void purge() {
        try {
            purge.run();
        } catch (RuntimeException e) {
            LOG.warn("Removing old audit entries failed and is done again: {}", e.getMessage());
        }
    }
}
