package io.fairlead.bootstrap.wiring;

import io.fairlead.adapters.hubsim.fault.StoredFaultScript;
import io.fairlead.adapters.hubsim.table.SealedKeys;
import io.fairlead.adapters.persistence.sealing.ActiveKeyBook;
import io.fairlead.adapters.persistence.sealing.SealedColumn;
import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.administration.CertificateAuthorities;
import io.fairlead.application.administration.CertificateAuthorityService;
import io.fairlead.application.operating.AuditLog;
import io.fairlead.application.operating.AuditLogService;
import io.fairlead.application.operating.AuditPurge;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.operating.FaultScriptService;
import io.fairlead.application.operating.FaultScripts;
import io.fairlead.application.operating.HubDuties;
import io.fairlead.application.operating.HubDutyService;
import io.fairlead.application.operating.HubProbing;
import io.fairlead.application.operating.HubProbingService;
import io.fairlead.application.operating.HubService;
import io.fairlead.application.operating.Hubs;
import io.fairlead.application.operating.Instance;
import io.fairlead.application.operating.InstanceService;
import io.fairlead.application.operating.LossService;
import io.fairlead.application.operating.Losses;
import io.fairlead.application.operating.Policies;
import io.fairlead.application.operating.PolicyService;
import io.fairlead.application.operating.SecretsCare;
import io.fairlead.application.operating.SecretsCareService;
import io.fairlead.application.operating.Seeding;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.SealedSecrets;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.bootstrap.identity.ServiceIdentity;
import io.fairlead.bootstrap.runtime.OperatorRecordsPart;
import io.fairlead.bootstrap.settings.Settings;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operating.Quotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What operators have said, and the doors through which they say it. */
@ApplicationScoped
public class OperatorProducer {

    /** The linked hubs, the access policies and the quotas of every request as well. */
    @Produces
    @Singleton
    CachedOperatorBook book(UnitOfWork work, Quotas configured) {
        return new CachedOperatorBook(work, configured);
    }

    @Produces
    @Singleton
    OperatorRecordsPart records(
            Settings settings,
            ServiceIdentity identity,
            CachedOperatorBook book,
            UnitOfWork work,
            IdSource ids,
            Clock clock) {
        return new OperatorRecordsPart(
                new Seeding(work, ids, clock),
                new OperatorRecordsPart.FirstWord(
                        settings.hubs().simulated().stream().map(HubName::new).toList(),
                        identity.ownerKey(),
                        settings.identity().ownerKey().isPresent()),
                book,
                new AuditPurge(work, clock, settings.operating().auditRetention()));
    }

    @Produces
    @ApplicationScoped
    Policies policies(UnitOfWork work, IdSource ids, Clock clock, CachedOperatorBook book) {
        return new PolicyService(work, ids, clock, book::refresh);
    }

    @Produces
    @ApplicationScoped
    CertificateAuthorities authorities(UnitOfWork work, IdSource ids, Clock clock) {
        return new CertificateAuthorityService(work, ids, clock);
    }

    @Produces
    @ApplicationScoped
    Hubs hubs(UnitOfWork work, IdSource ids, Clock clock, CachedOperatorBook book) {
        return new HubService(
                work, ids, clock, book::refresh, () -> book.quotas().linkedHubs());
    }

    @Produces
    @ApplicationScoped
    HubProbing probing(HubRegistry registry, CachedOperatorBook book) {
        return new HubProbingService(registry, book);
    }

    @Produces
    @ApplicationScoped
    Instance instance(
            ProvisioningSettings settings,
            Quotas configured,
            UnitOfWork work,
            IdSource ids,
            Clock clock,
            CachedOperatorBook book) {
        return new InstanceService(settings.idScope(), configured, work, ids, clock, book::refresh);
    }

    @Produces
    @ApplicationScoped
    FaultScripts faults(UnitOfWork work, IdSource ids, Clock clock, CachedOperatorBook book) {
        return new FaultScriptService(work, ids, clock, book::refresh, StoredFaultScript::fault);
    }

    @Produces
    @ApplicationScoped
    AuditLog audit(UnitOfWork work) {
        return new AuditLogService(work);
    }

    @Produces
    @ApplicationScoped
    HubDuties duties(ProvisioningSettings settings, UnitOfWork work, IdSource ids, Clock clock) {
        return new HubDutyService(work, ids, clock, settings.node(), settings.lease());
    }

    /** The order of the places is part of what a walk over them is continued by. */
    @Produces
    @ApplicationScoped
    SecretsCare secrets(UnitOfWork work, IdSource ids, Clock clock, DatabasePart part) {
        List<SealedSecrets> places = new ArrayList<>(SealedColumn.all(part.database(), part.sealing()));
        places.add(new SealedKeys(part.database().dataSource(), part.sealing()));
        return new SecretsCareService(work, ids, clock, places, new ActiveKeyBook(part.database(), part.sealing()));
    }

    @Produces
    @ApplicationScoped
    Losses losses(UnitOfWork work, IdSource ids, Clock clock) {
        return new LossService(work, ids, clock);
    }
}
