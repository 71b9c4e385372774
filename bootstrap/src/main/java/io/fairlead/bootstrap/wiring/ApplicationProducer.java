package io.fairlead.bootstrap.wiring;

import io.fairlead.application.ProvisioningSettings;
import io.fairlead.application.administration.DeviceRegistrationService;
import io.fairlead.application.administration.DeviceRegistrations;
import io.fairlead.application.administration.EnrollmentGroupService;
import io.fairlead.application.administration.EnrollmentGroups;
import io.fairlead.application.administration.IndividualEnrollmentService;
import io.fairlead.application.administration.IndividualEnrollments;
import io.fairlead.application.administration.RecordQueries;
import io.fairlead.application.administration.RecordQueryService;
import io.fairlead.application.operating.CachedOperatorBook;
import io.fairlead.application.pacing.HubPaces;
import io.fairlead.application.pacing.PacedHubs;
import io.fairlead.application.port.CustomAllocator;
import io.fairlead.application.port.HubRegistry;
import io.fairlead.application.port.IdSource;
import io.fairlead.application.port.LatencyRanking;
import io.fairlead.application.port.LinkedHubDirectory;
import io.fairlead.application.port.ProvisioningObserver;
import io.fairlead.application.port.UnitOfWork;
import io.fairlead.application.port.WebhookCheck;
import io.fairlead.application.processing.ProcessingService;
import io.fairlead.application.processing.RegistrationProcessing;
import io.fairlead.application.provisioning.DeviceProvisioning;
import io.fairlead.application.provisioning.Doorway;
import io.fairlead.application.provisioning.KeepLooks;
import io.fairlead.application.provisioning.ProvisioningService;
import io.fairlead.application.throttling.LimitedProvisioning;
import io.fairlead.application.throttling.PollLimit;
import io.fairlead.application.throttling.RateLimits;
import io.fairlead.application.throttling.RecordRoom;
import io.fairlead.bootstrap.runtime.ServiceThreads;
import io.fairlead.bootstrap.runtime.WorkerNudge;
import io.fairlead.domain.certificate.RevocationLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;

/** The driving ports, each made by one constructor. */
@ApplicationScoped
public class ApplicationProducer {

    @Produces
    @ApplicationScoped
    DeviceProvisioning provisioning(
            ProvisioningSettings settings,
            UnitOfWork work,
            IdSource ids,
            Clock clock,
            SecureRandom random,
            LinkedHubDirectory hubs,
            HubRegistry registry,
            LatencyRanking ranking,
            HubPaces paces,
            ServiceThreads threads,
            RegistrationProcessing processing,
            ProvisioningObserver observer,
            RateLimits limits,
            PollLimit polls,
            Supplier<RevocationLists> revocations) {
        DeviceProvisioning door = new ProvisioningService(
                settings,
                new Doorway(work, ids, clock, random, ranking, paces, revocations),
                hubs,
                new KeepLooks(PacedHubs.glancing(registry, paces), threads.looks(), clock, settings),
                new WorkerNudge(threads.operations(), processing),
                observer);
        return new LimitedProvisioning(settings.idScope(), door, limits.registrations(), polls);
    }

    @Produces
    @ApplicationScoped
    RegistrationProcessing processing(
            ProvisioningSettings settings,
            UnitOfWork work,
            HubRegistry registry,
            CustomAllocator allocator,
            HubPaces paces,
            LinkedHubDirectory hubs,
            IdSource ids,
            Clock clock,
            SecureRandom random,
            ProvisioningObserver observer) {
        return ProcessingService.of(settings, work, registry, allocator, paces, hubs, ids, clock, random, observer);
    }

    @Produces
    @ApplicationScoped
    IndividualEnrollments individualEnrollments(
            UnitOfWork work,
            LinkedHubDirectory hubs,
            WebhookCheck webhooks,
            IdSource ids,
            Clock clock,
            CachedOperatorBook book) {
        return new IndividualEnrollmentService(
                work,
                hubs,
                webhooks,
                ids,
                clock,
                new RecordRoom("individual enrollments", () -> book.quotas().enrollments(), clock));
    }

    @Produces
    @ApplicationScoped
    RecordQueries recordQueries(UnitOfWork work) {
        return new RecordQueryService(work);
    }

    @Produces
    @ApplicationScoped
    DeviceRegistrations deviceRegistrations(UnitOfWork work, IdSource ids, Clock clock) {
        return new DeviceRegistrationService(work, ids, clock);
    }

    @Produces
    @ApplicationScoped
    EnrollmentGroups enrollmentGroups(
            UnitOfWork work,
            LinkedHubDirectory hubs,
            WebhookCheck webhooks,
            IdSource ids,
            Clock clock,
            CachedOperatorBook book) {
        return new EnrollmentGroupService(
                work,
                hubs,
                webhooks,
                ids,
                clock,
                new RecordRoom("enrollment groups", () -> book.quotas().groups(), clock));
    }
}
