package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.azure.sdk.iot.provisioning.service.ProvisioningServiceClient;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.BulkEnrollmentOperationError;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.BulkEnrollmentOperationResult;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.BulkOperationMode;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientBadFormatException;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientException;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientNotFoundException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several entries at once through the Java service client. */
@ExtendWith(SdkClients.class)
class SdkBulkIT {

    private final ProvisioningServiceClient operator;

    SdkBulkIT(SdkService service) {
        this.operator = service.operator();
    }

    @Test
    void tenEntriesShouldBeCreatedUpdatedAndDeleted() throws Exception {
        List<IndividualEnrollment> ten =
                IntStream.range(0, 10).mapToObj(i -> entry("bulk-ten-" + i)).toList();
        assertThat(run(BulkOperationMode.CREATE, ten).getSuccessful()).isTrue();
        String created = operator.getIndividualEnrollment("bulk-ten-9").getEtag();

        assertThat(run(BulkOperationMode.UPDATE, ten).getErrors()).isEmpty();
        assertThat(operator.getIndividualEnrollment("bulk-ten-9").getEtag()).isNotEqualTo(created);

        assertThat(run(BulkOperationMode.DELETE, ten).getSuccessful()).isTrue();
        assertThatThrownBy(() -> operator.getIndividualEnrollment("bulk-ten-0"))
                .isInstanceOf(ProvisioningServiceClientNotFoundException.class);
    }

    @Test
    void eachEntryShouldHaveItsOwnError() throws Exception {
        run(BulkOperationMode.CREATE, List.of(entry("bulk-there")));

        BulkEnrollmentOperationResult result =
                run(BulkOperationMode.CREATE, List.of(entry("bulk-there"), entry("bulk-new")));

        assertThat(result.getSuccessful()).isFalse();
        assertThat(result.getErrors())
                .extracting(BulkEnrollmentOperationError::getRegistrationId, BulkEnrollmentOperationError::getErrorCode)
                .containsExactly(tuple("bulk-there", 409001));
        assertThat(result.getErrors().get(0).getErrorStatus()).contains("is there already");
        assertThat(operator.getIndividualEnrollment("bulk-new").getRegistrationId())
                .isEqualTo("bulk-new");
    }

    @Test
    void updateShouldHoldEachEntrysTag() throws Exception {
        run(BulkOperationMode.CREATE, List.of(entry("bulk-fresh"), entry("bulk-stale")));
        IndividualEnrollment fresh = operator.getIndividualEnrollment("bulk-fresh");
        IndividualEnrollment stale = operator.getIndividualEnrollment("bulk-stale");
        run(BulkOperationMode.UPDATE, List.of(entry("bulk-stale")));

        BulkEnrollmentOperationResult result = run(BulkOperationMode.UPDATE_IF_MATCH_ETAG, List.of(fresh, stale));

        assertThat(result.getErrors())
                .extracting(BulkEnrollmentOperationError::getRegistrationId, BulkEnrollmentOperationError::getErrorCode)
                .containsExactly(tuple("bulk-stale", 412001));
    }

    @Test
    void elevenEntriesShouldBeRefused() {
        List<IndividualEnrollment> eleven =
                IntStream.range(0, 11).mapToObj(i -> entry("bulk-many-" + i)).toList();

        assertThatThrownBy(() -> run(BulkOperationMode.CREATE, eleven))
                .isInstanceOf(ProvisioningServiceClientBadFormatException.class)
                .hasMessageContaining("1 to 10 items, not 11");
    }

    private BulkEnrollmentOperationResult run(BulkOperationMode mode, List<IndividualEnrollment> entries)
            throws ProvisioningServiceClientException {
        return operator.runBulkEnrollmentOperation(mode, entries);
    }

    private static IndividualEnrollment entry(String id) {
        return new IndividualEnrollment(id, new SymmetricKeyAttestation(SdkEntry.keyOf(id), SdkEntry.keyOf(id)));
    }
}
