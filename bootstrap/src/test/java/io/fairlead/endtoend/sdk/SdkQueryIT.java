package io.fairlead.endtoend.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.sdk.iot.provisioning.service.ProvisioningServiceClient;
import com.microsoft.azure.sdk.iot.provisioning.service.Query;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.BulkOperationMode;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.DeviceRegistrationState;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.EnrollmentGroup;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.IndividualEnrollment;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.QueryResult;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.QueryResultType;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.QuerySpecification;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.QuerySpecificationBuilder;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.QuerySpecificationBuilder.FromType;
import com.microsoft.azure.sdk.iot.provisioning.service.configs.SymmetricKeyAttestation;
import com.microsoft.azure.sdk.iot.provisioning.service.exceptions.ProvisioningServiceClientBadFormatException;
import io.fairlead.endtoend.SharedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists through the Java service client: the pages it walks, and the tokens it walks them by. */
@ExtendWith(SdkClients.class)
class SdkQueryIT {

    private final SdkService service;
    private final ProvisioningServiceClient operator;

    SdkQueryIT(SdkService service) {
        this.service = service;
        this.operator = service.operator();
    }

    @Test
    void individualEntriesShouldBeListedPageByPage() throws Exception {
        List<String> ids = saveSeven("query-page");

        Query query = operator.createIndividualEnrollmentQuery(
                sql(FromType.ENROLLMENTS, "registrationId >= 'query-page-' AND registrationId < 'query-page.'"), 3);
        List<QueryResult> pages = walk(query);

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.getType()).isEqualTo(QueryResultType.ENROLLMENT);
            assertThat(page.getItems()).hasSizeLessThanOrEqualTo(3);
        });
        assertThat(pages.stream().flatMap(page -> List.of(page.getItems()).stream()))
                .extracting(item -> ((IndividualEnrollment) item).getRegistrationId())
                .containsExactlyElementsOf(ids);
        assertThatThrownBy(query::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void listShouldGoOnFromATokenThatWasKept() throws Exception {
        List<String> ids = saveSeven("query-token");
        QuerySpecification sql =
                sql(FromType.ENROLLMENTS, "registrationId >= 'query-token-' AND registrationId < 'query-token.'");
        QueryResult first = operator.createIndividualEnrollmentQuery(sql, 4).next();

        QueryResult second = operator.createIndividualEnrollmentQuery(sql, 4).next(first.getContinuationToken());

        assertThat(second.getItems())
                .extracting(item -> ((IndividualEnrollment) item).getRegistrationId())
                .containsExactlyElementsOf(ids.subList(4, 7));
    }

    @Test
    void everythingShouldBeListedWithoutACondition() throws Exception {
        SdkEntry group = SdkEntry.of(EntryKind.GROUP, "query-all", SharedServer.HUBS.get(0));
        service.save(group);

        List<QueryResult> pages = walk(operator.createEnrollmentGroupQuery(sql(FromType.ENROLLMENT_GROUPS, "")));
        List<QueryResult> single = walk(operator.createEnrollmentGroupQuery(
                sql(FromType.ENROLLMENT_GROUPS, "enrollmentGroupId = '" + group.id() + "'"), 1));

        assertThat(pages).allSatisfy(page -> assertThat(page.getType()).isEqualTo(QueryResultType.ENROLLMENT_GROUP));
        assertThat(pages.stream().flatMap(page -> List.of(page.getItems()).stream()))
                .extracting(item -> ((EnrollmentGroup) item).getEnrollmentGroupId())
                .contains(group.id());
        assertThat(single.stream().flatMap(page -> List.of(page.getItems()).stream()))
                .hasSize(1);
    }

    @Test
    void registrationStatesOfAGroupShouldBeListed() throws Exception {
        SdkEntry group = SdkEntry.of(EntryKind.GROUP, "query-states", SharedServer.HUBS.get(0));
        service.save(group);
        service.register(group);
        service.register("query-states-2", SdkEntry.derived(group.key(), "query-states-2"));

        List<QueryResult> pages = walk(operator.createEnrollmentGroupRegistrationStateQuery(
                sql(FromType.DEVICE_REGISTRATIONS, ""), group.id(), 1));

        assertThat(pages).allSatisfy(page -> assertThat(page.getType()).isEqualTo(QueryResultType.DEVICE_REGISTRATION));
        assertThat(pages.stream().flatMap(page -> List.of(page.getItems()).stream()))
                .extracting(item -> ((DeviceRegistrationState) item).getRegistrationId())
                .containsExactlyInAnyOrder(group.device(), "query-states-2");
        assertThat(walk(operator.createEnrollmentGroupRegistrationStateQuery(
                        sql(FromType.DEVICE_REGISTRATIONS, ""), group.id())))
                .singleElement()
                .satisfies(page -> assertThat(page.getItems()).hasSize(2));
    }

    @Test
    void conditionThatCannotBeUnderstoodShouldBeRefusedWithItsPlace() {
        Query query = operator.createIndividualEnrollmentQuery(sql(FromType.ENROLLMENTS, "colour ~ 'red'"));

        assertThatThrownBy(query::next)
                .hasRootCauseInstanceOf(ProvisioningServiceClientBadFormatException.class)
                .hasStackTraceContaining("400004");
    }

    private List<String> saveSeven(String prefix) throws Exception {
        List<String> ids =
                IntStream.rangeClosed(1, 7).mapToObj(i -> prefix + "-" + i).toList();
        List<IndividualEnrollment> entries = ids.stream()
                .map(id -> new IndividualEnrollment(
                        id, new SymmetricKeyAttestation(SdkEntry.keyOf(id), SdkEntry.keyOf(id))))
                .toList();
        assertThat(operator.runBulkEnrollmentOperation(BulkOperationMode.CREATE, entries)
                        .getSuccessful())
                .isTrue();
        return ids;
    }

    private static QuerySpecification sql(FromType from, String where) {
        QuerySpecificationBuilder builder = new QuerySpecificationBuilder("*", from);
        return (where.isEmpty() ? builder : builder.where(where)).createSqlQuery();
    }

    private static List<QueryResult> walk(Query query) {
        List<QueryResult> pages = new ArrayList<>();
        while (query.hasNext()) {
            pages.add(query.next());
        }
        return pages;
    }
}
