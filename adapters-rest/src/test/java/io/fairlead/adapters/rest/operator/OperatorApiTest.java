package io.fairlead.adapters.rest.operator;

import static io.fairlead.adapters.rest.server.Slice.EXPIRY;
import static io.fairlead.adapters.rest.server.Slice.HOST;
import static io.fairlead.adapters.rest.server.Slice.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.fixture.SomeDuties;
import io.fairlead.domain.fixture.SomeRegistrations;
import io.fairlead.domain.identity.HubName;
import io.fairlead.domain.operation.AuditSubject;
import io.fairlead.domain.operation.HubDuty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorApiTest {
    private Slice slice;

    @BeforeEach
    void start() {
        slice = new Slice();
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @Test
    void reencryptionShouldBeWalkedFromAnswerToAnswer() {
        String call = "/operator/v1/secrets/reencrypt";
        assertThat(post(call).text())
                .isEqualTo("{\"key\":\"0a1b2c3d\",\"examined\":3,\"reencrypted\":2,\"next\":\"1:\"}");
        assertThat(post(call + "?after=1:").text()).contains("\"next\":\"1:here\"");
        assertThat(slice.audited(new AuditSubject(AuditSubject.Kind.SERVICE, "secrets")))
                .isEmpty();
        assertThat(post(call + "?after=1:here").text()).doesNotContain("next");
        assertThat(slice.audited(new AuditSubject(AuditSubject.Kind.SERVICE, "secrets")))
                .singleElement()
                .asString()
                .contains("SECRETS_REENCRYPTED", "0a1b2c3d");
        for (String nonsense : new String[] {"x", "2:", "1", ":", "-1:"}) {
            post(call + "?after=" + nonsense).refusesAsProblem(400004);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /operator/v1/hubs",
        "PUT, /operator/v1/hubs/a.b",
        "DELETE, /operator/v1/hubs/a.b",
        "POST, /operator/v1/hubs/a.b/probe",
        "GET, /operator/v1/policies",
        "POST, /operator/v1/policies/a/keys",
        "GET, /operator/v1/certificates",
        "PUT, /operator/v1/certificates/a",
        "DELETE, /operator/v1/certificates/a",
        "POST, /operator/v1/certificates/a/verificationCode",
        "POST, /operator/v1/certificates/a/verify",
        "GET, /operator/v1/settings",
        "GET, /operator/v1/faults",
        "GET, /operator/v1/audit",
        "GET, /operator/v1/duties",
        "GET, /operator/v1/conflicts",
        "PUT, /operator/v1/losses/devices/a",
        "POST, /operator/v1/secrets/reencrypt",
    })
    void everyCallShouldNeedServiceConfig(String method, String path) {
        slice.request(method, path).json("nonsense").send().refusesAsProblem(401002);
        put("/operator/v1/policies/others", "{\"rights\":[\"EnrollmentWrite\",\"RegistrationStatusWrite\"]}");
        slice.request(method, path)
                .header("Authorization", token(key("others", "primaryKey"), HOST, EXPIRY, "others"))
                .json("nonsense")
                .send()
                .refusesAsProblem(403001);
    }

    @Test
    void hubShouldBeWrittenReadAndRemovedByVersion() {
        String sent = "{\"allocationWeight\":7,\"applyAllocationPolicy\":false,\"region\":\"West-Europe\","
                + "\"coordinates\":{\"latitude\":52.25,\"longitude\":4},\"connectionString\":\"HostName=x;Secret=y\"}";
        Answer made = put("/operator/v1/hubs/Hub-1.Example.com", sent);
        assertThat(made.text())
                .startsWith("{\"name\":\"hub-1.example.com\",\"kind\":\"simulated\",\"allocationWeight\":7,"
                        + "\"applyAllocationPolicy\":false,\"region\":\"west-europe\","
                        + "\"coordinates\":{\"latitude\":52.25,\"longitude\":4.0},\"hasConnectionString\":true,")
                .doesNotContain("Secret");

        Answer read = get("/operator/v1/hubs/hub-1.example.com");
        assertThat(read.text()).contains("\"assignedDevices\":0").doesNotContain("Secret");
        assertThat(read.header("ETag")).isEqualTo(made.header("ETag"));

        // What was read can be written back.
        Answer again = slice.asOwner("PUT", "/operator/v1/hubs/hub-1.example.com")
                .header("If-Match", made.header("ETag"))
                .json(read.text())
                .send();
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        slice.asOwner("DELETE", "/operator/v1/hubs/hub-1.example.com")
                .header("If-Match", made.header("ETag"))
                .send()
                .refusesAsProblem(412001);
        assertThat(delete("/operator/v1/hubs/hub-1.example.com").text()).isEqualTo("{\"assignedDevices\":0}");
        delete("/operator/v1/hubs/hub-1.example.com").refusesAsProblem(404202);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "/operator/v1/hubs/new.example.com|{}",
                "/operator/v1/policies/new|{\"rights\":[\"EnrollmentRead\"]}",
                "/enrollments/new?api-version=2021-10-01|{\"registrationId\":\"new\",\"attestation\":{\"type\":\"symmetricKey\"}}",
                "/enrollmentGroups/new?api-version=2021-10-01|{\"enrollmentGroupId\":\"new\",\"attestation\":{\"type\":\"symmetricKey\"}}",
            })
    void whatIsThereShouldNotBeReplacedByWhoExpectsNothing(String path, String body) {
        for (int status : new int[] {200, 412}) {
            Answer answer = slice.asOwner("PUT", path)
                    .header("If-None-Match", "*")
                    .json(body)
                    .send();
            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(answer.text()).contains(status == 412 ? "is there already" : "etag");
        }
        Answer contradiction = slice.asOwner("PUT", path)
                .header("If-None-Match", "*")
                .header("If-Match", "*")
                .json(body)
                .send();
        assertThat(contradiction.status()).isEqualTo(412);
        Answer ignored = slice.asOwner("PUT", path)
                .header("If-None-Match", "\"some-tag\"")
                .json(body)
                .send();
        assertThat(ignored.status()).isEqualTo(200);
    }

    @Test
    void hubWithDevicesShouldBeUnlinkedByForceOnly() {
        put("/operator/v1/hubs/hub-a.example.com", "{}");
        slice.records.write(stores -> stores.registrations()
                .insert(SomeRegistrations.assignedRegistration("d", new HubName("hub-a.example.com"))));

        Answer refused = delete("/operator/v1/hubs/hub-a.example.com").refusesAsProblem(409001);
        assertThat(refused.text()).contains("\"info\":{\"assignedDevices\":\"1\"}");
        assertThat(delete("/operator/v1/hubs/hub-a.example.com?force=true").text())
                .isEqualTo("{\"assignedDevices\":1}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/operator/v1/hubs/a.b | {\"weight\":1} | weight",
                "/operator/v1/hubs/a.b | {\"allocationWeight\":0} | allocationWeight",
                "/operator/v1/hubs/a.b | {\"allocationWeight\":1001} | allocationWeight",
                "/operator/v1/hubs/a.b | {\"kind\":\"azure\"} | kind",
                "/operator/v1/hubs/a.b | {\"name\":\"c.d\"} | name",
                "/operator/v1/hubs/a.b | {\"coordinates\":{\"latitude\":91,\"longitude\":0}} | coordinates.latitude",
                "/operator/v1/policies/a | {} | rights",
                "/operator/v1/policies/a | {\"rights\":[\"All\"]} | rights",
                "/operator/v1/policies/a | {\"rights\":[\"EnrollmentRead\"],\"primaryKey\":\"short\"} | primaryKey",
                "/operator/v1/policies/a$b | {\"rights\":[\"EnrollmentRead\"]} | keyName",
                "/operator/v1/settings | {\"allocationPolicy\":\"custom\"} | allocationPolicy",
                "/operator/v1/settings | {\"typo\":1} | typo",
                "/operator/v1/settings | {\"quotas\":1} | quotas",
                "/operator/v1/settings | {\"quotas\":{\"typo\":1}} | quotas.typo",
                "/operator/v1/settings | {\"quotas\":{\"etag\":1}} | quotas.etag",
                "/operator/v1/settings | {\"quotas\":{\"enrollments\":0}} | quotas.enrollments",
                "/operator/v1/settings | {\"quotas\":{\"enrollments\":1000000001}} | quotas.enrollments",
                "/operator/v1/settings | {\"quotas\":{\"enrollmentGroups\":1.5}} | quotas.enrollmentGroups",
                "/operator/v1/settings | {\"quotas\":{\"linkedHubs\":true}} | quotas.linkedHubs",
                "/operator/v1/settings | {\"quotas\":{\"pollsPerDevice\":\"none\"}} | quotas.pollsPerDevice",
                "/operator/v1/faults | {\"script\":\"bad\"} | script",
                "/operator/v1/losses/hubs/a.b | {\"reason\":\" \"} | reason",
            })
    void badInputShouldBeRefusedByTheNameOfTheField(String path, String body, String field) {
        Answer refused = put(path, body).refusesAsProblem(400004);
        assertThat(refused.text()).contains("\"info\":{\"field\":\"" + field + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "size=0",
        "size=1001",
        "size=x",
        "from=yesterday",
        "until=1",
        "hub=a..b",
        "registrationId=a%20b",
        "after=nonsense"
    })
    void auditShouldRefuseBadQuestionsByTheNameOfTheParameter(String query) {
        Answer refused = get("/operator/v1/audit?" + query).refusesAsProblem(400004);
        assertThat(refused.text()).contains("\"field\":\"" + query.split("=")[0] + "\"");
    }

    @Test
    void auditShouldTellWhoDidWhatInPages() {
        put("/operator/v1/hubs/a.example.com", "{}");
        slice.clock.advance(Duration.ofSeconds(1));
        put("/operator/v1/hubs/b.example.com", "{}");

        Answer first = get("/operator/v1/audit?size=1");
        assertThat(first.text())
                .contains("\"kind\":\"hub\",\"subject\":\"b.example.com\",\"decision\":\"HUB_LINKED\"")
                .contains("\"actor\":\"provisioningserviceowner\"", "\"hubs\":[\"b.example.com\"]", "\"next\":");
        String next = first.json().text("next").orElseThrow();
        assertThat(get("/operator/v1/audit?size=1&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                        .text())
                .contains("a.example.com")
                .doesNotContain("\"next\"");
        assertThat(get("/operator/v1/audit?hub=A.example.com").text())
                .contains("a.example.com")
                .doesNotContain("b.example.com");
    }

    @Test
    void policyShouldBeRotatedOverTheWire() {
        put("/operator/v1/policies/app", "{\"rights\":[\"EnrollmentRead\"]}");
        SymmetricKey primary = key("app", "primaryKey");
        SymmetricKey secondary = key("app", "secondaryKey");

        assertThat(post("/operator/v1/policies/app/regenerate?key=primary").status())
                .isEqualTo(200);
        post("/operator/v1/policies/app/regenerate?key=both").refusesAsProblem(400004);
        assertThat(key("app", "secondaryKey")).isEqualTo(secondary);
        assertThat(key("app", "primaryKey")).isNotEqualTo(primary);

        assertThat(post("/operator/v1/policies/app/swap").status()).isEqualTo(200);
        assertThat(key("app", "primaryKey")).isEqualTo(secondary);
        delete("/operator/v1/policies/provisioningserviceowner").refusesAsProblem(409001);
        assertThat(delete("/operator/v1/policies/app").status()).isEqualTo(204);
        assertThat(get("/operator/v1/policies").text())
                .contains("provisioningserviceowner")
                .doesNotContain("app");
    }

    @Test
    void settingsShouldHaveAVersionBeforeAndAfterTheirFirstChange() {
        Answer before = get("/operator/v1/settings");
        assertThat(before.text()).contains("\"idScope\":\"" + Slice.SCOPE + "\",\"allocationPolicy\":\"hashed\"");

        Answer changed = slice.asOwner("PUT", "/operator/v1/settings")
                .header("If-Match", before.header("ETag"))
                .json("{\"allocationPolicy\":\"static\"}")
                .send();
        assertThat(changed.text()).contains("\"allocationPolicy\":\"static\"");
        slice.asOwner("PUT", "/operator/v1/settings")
                .header("If-Match", before.header("ETag"))
                .json("{}")
                .send()
                .refusesAsProblem(412001);
        assertThat(put("/operator/v1/settings", "{}").text()).contains("\"allocationPolicy\":\"static\"");
    }

    @Test
    void quotasShouldBeShownAsSaidAndAsTheyAreInForce() {
        assertThat(get("/operator/v1/settings").text())
                .contains(
                        "\"quotas\":{\"registrationsPerMinute\":\"default\",",
                        "\"quotasInForce\":{\"registrationsPerMinute\":\"off\",\"operationsPerMinute\":\"off\","
                                + "\"pollsPerDevice\":5,");
        put("/operator/v1/settings", "{\"quotas\":{\"pollsPerDevice\":\"off\",\"enrollments\":7.0}}");
        put("/operator/v1/settings", "{\"allocationPolicy\":\"static\",\"quotas\":{\"linkedHubs\":1000000000}}");
        Answer said = get("/operator/v1/settings");
        assertThat(said.text())
                .contains(
                        "\"quotas\":{\"registrationsPerMinute\":\"default\",\"operationsPerMinute\":\"default\","
                                + "\"pollsPerDevice\":\"off\",\"enrollments\":7,\"enrollmentGroups\":\"default\","
                                + "\"linkedHubs\":1000000000}",
                        "\"quotasInForce\":{\"registrationsPerMinute\":\"off\",\"operationsPerMinute\":\"off\","
                                + "\"pollsPerDevice\":\"off\",\"enrollments\":7,\"enrollmentGroups\":\"off\","
                                + "\"linkedHubs\":1000000000}");

        // What was read can be written back, and changes nothing but the version.
        Answer again = put("/operator/v1/settings", said.text());
        assertThat(again.text().replaceAll("\"etag.*", ""))
                .isEqualTo(said.text().replaceAll("\"etag.*", ""));
        assertThat(put("/operator/v1/settings", "{\"quotas\":{\"pollsPerDevice\":\"default\"}}")
                        .text())
                .contains("\"pollsPerDevice\":\"default\"", "\"pollsPerDevice\":5");
    }

    @Test
    void dutiesShouldBeRetriedAndGivenUpByForceOnly() {
        owe("duty-1", HubDuty.Kind.REMOVE_SOURCE);

        assertThat(get("/operator/v1/duties").text()).contains("\"id\":\"duty-1\"", "\"kind\":\"removeSource\"");
        assertThat(get("/operator/v1/conflicts").text()).isEqualTo("{\"value\":[]}");
        assertThat(get("/operator/v1/duties/duty-1").status()).isEqualTo(200);
        assertThat(claimed()).isEmpty();
        assertThat(post("/operator/v1/duties/duty-1/retry").status()).isEqualTo(200);
        assertThat(claimed()).isPresent();

        delete("/operator/v1/duties/duty-1").refusesAsProblem(409001);
        assertThat(delete("/operator/v1/duties/duty-1?force=true").status()).isEqualTo(204);
        get("/operator/v1/duties/duty-1").refusesAsProblem(404202);
        assertThat(get("/operator/v1/audit").text()).contains("DUTY_GIVEN_UP", "DUTY_RETRIED");
    }

    @Test
    void conflictsShouldBeResolvedNotRetried() {
        owe("conflict-1", HubDuty.Kind.CONFLICT);

        assertThat(get("/operator/v1/conflicts").text()).contains("conflict-1");
        assertThat(get("/operator/v1/duties").text()).isEqualTo("{\"value\":[]}");
        post("/operator/v1/duties/conflict-1/retry").refusesAsProblem(409001);
        delete("/operator/v1/duties/conflict-1?force=true").refusesAsProblem(409001);
        String resolve = "/operator/v1/conflicts/conflict-1/resolve";
        slice.asOwner("POST", resolve).json("{}").send().refusesAsProblem(400004);
        slice.asOwner("POST", resolve).json("{\"keep\":\"both\"}").send().refusesAsProblem(400004);
        slice.asOwner("POST", resolve).json("{\"keep\":\"left\"}").send().refusesAsProblem(409001);
        assertThat(slice.asOwner("POST", resolve)
                        .json("{\"keep\":\"arrived\"}")
                        .send()
                        .status())
                .isEqualTo(204);
        slice.asOwner("POST", resolve).json("{\"keep\":\"arrived\"}").send().refusesAsProblem(404202);
    }

    @Test
    void conflictDecidedForTheOldHubShouldBecomeADuty() {
        HubDuty parked = SomeDuties.fullConflict("conflict-1");
        slice.keep(SomeRegistrations.assignedRegistration(
                parked.registrationId().value(), new HubName("hub-b.example.com")));
        slice.records.write(stores -> {
            stores.hubDuties().insert(parked, Duration.ZERO);
            return null;
        });
        assertThat(get("/operator/v1/conflicts").text())
                .contains("\"left\":{", "\"arrived\":{", "\"disputed\":[\"desired\",\"modules\"]");

        Answer accepted = slice.asOwner("POST", "/operator/v1/conflicts/conflict-1/resolve")
                .json("{\"keep\":\"left\"}")
                .send();
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        assertThat(accepted.text()).contains("\"id\":\"conflict-1\"", "\"kind\":\"restoreLeft\"");
        assertThat(get("/operator/v1/conflicts").text()).isEqualTo("{\"value\":[]}");
        assertThat(get("/operator/v1/duties").text()).contains("restoreLeft");
        assertThat(claimed()).map(HubDuty::id).contains("conflict-1");
        assertThat(get("/operator/v1/audit?decision=CONFLICT_RESOLVED").text()).contains("\"kept\":\"left\"");
    }

    private void owe(String id, HubDuty.Kind kind) {
        slice.records.write(stores -> {
            stores.hubDuties().insert(SomeDuties.someDuty(id, kind), Duration.ofDays(1));
            return null;
        });
    }

    private Optional<HubDuty> claimed() {
        return slice.records.write(stores -> stores.hubDuties().claimDue("worker", Duration.ofSeconds(30)));
    }

    @Test
    void lossShouldBeAcceptedListedAndWithdrawn() {
        put("/operator/v1/losses/devices/d", "{\"reason\":\"why\"}").refusesAsProblem(404202);
        assertThat(put("/operator/v1/losses/hubs/a.b", "{\"reason\":\"why\"}").text())
                .startsWith("{\"hub\":\"a.b\",\"reason\":\"why\"");
        assertThat(get("/operator/v1/losses").text()).contains("a.b");
        assertThat(delete("/operator/v1/losses/hubs/a.b").status()).isEqualTo(204);
        delete("/operator/v1/losses/hubs/a.b").refusesAsProblem(404202);
    }

    @Test
    void unknownPathsAndMethodsShouldBeProblemsToo() {
        get("/operator/v1/nothing").refusesAsProblem(404202);
        post("/operator/v1/settings").refusesAsProblem(405001);
        get("/operator//v1/hubs").refusesAsProblem(400004);
    }

    private SymmetricKey key(String policy, String member) {
        return new SymmetricKey(post("/operator/v1/policies/" + policy + "/keys")
                .json()
                .text(member)
                .orElseThrow());
    }

    private Answer get(String path) {
        return slice.asOwner("GET", path).send();
    }

    private Answer put(String path, String body) {
        return slice.asOwner("PUT", path).json(body).send();
    }

    private Answer post(String path) {
        return slice.asOwner("POST", path).send();
    }

    private Answer delete(String path) {
        return slice.asOwner("DELETE", path).send();
    }
}
