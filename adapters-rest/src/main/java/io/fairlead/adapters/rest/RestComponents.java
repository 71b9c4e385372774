package io.fairlead.adapters.rest;

import io.fairlead.adapters.rest.auth.OperatorDoor;
import io.fairlead.adapters.rest.device.DeviceRegistrationResource;
import io.fairlead.adapters.rest.device.ProxiedCertificates;
import io.fairlead.adapters.rest.door.JsonBodyFilter;
import io.fairlead.adapters.rest.door.RequestEntryFilter;
import io.fairlead.adapters.rest.limit.OperationCountFilter;
import io.fairlead.adapters.rest.limit.OperationRoomFilter;
import io.fairlead.adapters.rest.limit.RegistrationRoomFilter;
import io.fairlead.adapters.rest.operator.AuditResource;
import io.fairlead.adapters.rest.operator.CertificateResource;
import io.fairlead.adapters.rest.operator.ConflictResource;
import io.fairlead.adapters.rest.operator.ConsoleResource;
import io.fairlead.adapters.rest.operator.DutyResource;
import io.fairlead.adapters.rest.operator.FaultResource;
import io.fairlead.adapters.rest.operator.HubResource;
import io.fairlead.adapters.rest.operator.LossResource;
import io.fairlead.adapters.rest.operator.PolicyResource;
import io.fairlead.adapters.rest.operator.SecretsResource;
import io.fairlead.adapters.rest.operator.SettingsResource;
import io.fairlead.adapters.rest.problem.HttpProblemMapper;
import io.fairlead.adapters.rest.problem.ProvisioningProblemMapper;
import io.fairlead.adapters.rest.problem.RefusalFilter;
import io.fairlead.adapters.rest.problem.UnexpectedProblemMapper;
import io.fairlead.adapters.rest.service.DeviceRegistrationQueryResource;
import io.fairlead.adapters.rest.service.DeviceRegistrationStateResource;
import io.fairlead.adapters.rest.service.EnrollmentGroupQueryResource;
import io.fairlead.adapters.rest.service.EnrollmentGroupResource;
import io.fairlead.adapters.rest.service.GroupBulkResource;
import io.fairlead.adapters.rest.service.IndividualBulkResource;
import io.fairlead.adapters.rest.service.IndividualEnrollmentQueryResource;
import io.fairlead.adapters.rest.service.IndividualEnrollmentResource;
import java.util.Set;

/** What the JAX-RS application consists of: said once, so that the server and the tests run the same. */
public final class RestComponents {
    private static final Set<Class<?>> CLASSES = Set.of(
            RequestEntryFilter.class,
            OperationRoomFilter.class,
            RegistrationRoomFilter.class,
            OperatorDoor.class,
            OperationCountFilter.class,
            JsonBodyFilter.class,
            RefusalFilter.class,
            ProvisioningProblemMapper.class,
            HttpProblemMapper.class,
            UnexpectedProblemMapper.class,
            ProxiedCertificates.class,
            DeviceRegistrationResource.class,
            HubResource.class,
            CertificateResource.class,
            PolicyResource.class,
            SettingsResource.class,
            FaultResource.class,
            AuditResource.class,
            DutyResource.class,
            ConflictResource.class,
            ConsoleResource.class,
            LossResource.class,
            SecretsResource.class,
            IndividualEnrollmentResource.class,
            EnrollmentGroupResource.class,
            IndividualEnrollmentQueryResource.class,
            EnrollmentGroupQueryResource.class,
            DeviceRegistrationQueryResource.class,
            IndividualBulkResource.class,
            GroupBulkResource.class,
            DeviceRegistrationStateResource.class);

    private RestComponents() {}

    /** All resources and providers. */
    public static Set<Class<?>> classes() {
        return CLASSES;
    }
}
