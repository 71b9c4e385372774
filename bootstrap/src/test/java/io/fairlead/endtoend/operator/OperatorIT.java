package io.fairlead.endtoend.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.SharedServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators do, over HTTPS to a server as shipped. Nothing of it may disturb the other tests of the shared server. */
@ExtendWith(SharedServer.class)
class OperatorIT {

    private static final String ENTRY = "/enrollments/operator-it?api-version=2021-10-01";
    private static final String NEW_ENTRY =
            "{\"registrationId\":\"operator-it\",\"attestation\":{\"type\":\"symmetricKey\"}}";

    private final RunningServer server;
    private final OperatorClient owner;

    OperatorIT(RunningServer server) {
        this.server = server;
        this.owner = OperatorClient.owner(server);
    }

    @Test
    void policyShouldOpenWhatItsRightsSayAndNothingElse() {
        OperatorClient reader = policy("it-reader", "EnrollmentRead");
        assertThat(owner.put(ENTRY, NEW_ENTRY).statusCode()).isEqualTo(200);

        assertThat(reader.get(ENTRY).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = reader.put(ENTRY, NEW_ENTRY);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"errorCode\":403001", "EnrollmentWrite");
        assertThat(reader.get("/operator/v1/hubs").statusCode()).isEqualTo(403);
        assertThat(owner.as("it-reader", "c3RyYW5nZXIta2V5LTEyMzQ=").get(ENTRY).statusCode())
                .isEqualTo(401);
    }

    @Test
    void policyShouldBeRotatedWithoutAMomentInWhichNobodyIsLetIn() {
        OperatorClient primary = policy("it-rotated", "EnrollmentRead");
        OperatorClient secondary = key("it-rotated", "secondaryKey");
        assertThat(owner.put(ENTRY, NEW_ENTRY).statusCode()).isEqualTo(200);

        assertThat(owner.post("/operator/v1/policies/it-rotated/regenerate?key=primary")
                        .statusCode())
                .isEqualTo(200);

        assertThat(primary.get(ENTRY).statusCode()).isEqualTo(401);
        assertThat(secondary.get(ENTRY).statusCode()).isEqualTo(200);
        assertThat(key("it-rotated", "primaryKey").get(ENTRY).statusCode()).isEqualTo(200);
    }

    @Test
    void keysShouldBeShownByOneAuditedCallAlone() {
        OperatorClient shown = policy("it-shown", "EnrollmentRead");

        assertThat(owner.get("/operator/v1/policies").body())
                .contains("it-shown")
                .doesNotContain(shown.key());
        assertThat(owner.get("/operator/v1/policies/it-shown").body()).doesNotContain(shown.key());
        String log = owner.get("/operator/v1/audit?decision=KEYS_SHOWN").body();
        assertThat(log)
                .contains("\"subject\":\"it-shown\"", "\"actor\":\"provisioningserviceowner\"")
                .doesNotContain(shown.key());
    }

    @Test
    void hubShouldBeLinkedProbedWeighedAndUnlinked() {
        String path = "/operator/v1/hubs/it-hub.fairlead.local";
        // Kept out of allocation, or devices of other tests would come.
        HttpResponse<String> linked = owner.put(path, "{\"applyAllocationPolicy\":false,\"allocationWeight\":3}");
        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.headers().firstValue("ETag")).isPresent();

        assertThat(owner.post(path + "/probe").body()).contains("\"reachable\":true", "twinTags");
        assertThat(owner.get(path).body()).contains("\"allocationWeight\":3", "\"assignedDevices\":0");
        assertThat(owner.delete(path).body()).isEqualTo("{\"assignedDevices\":0}");
        assertThat(owner.get(path).statusCode()).isEqualTo(404);
        assertThat(owner.get("/operator/v1/audit?hub=it-hub.fairlead.local").body())
                .contains("HUB_LINKED", "HUB_UNLINKED");
    }

    @Test
    void refusalShouldBeAProblemThatNamesTheField() {
        HttpResponse<String> refused = owner.put("/operator/v1/hubs/x.fairlead.local", "{\"weight\":3}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body())
                .contains("\"type\":\"urn:fairlead:problem:invalid\"", "\"status\":400", "weight", "trackingId");
        assertThat(owner.get("/operator/v1/nothing")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("application/problem+json");
        assertThat(server.output()).doesNotContain("Exception");
    }

    @Test
    void settingsAndFaultsShouldBeReadable() {
        assertThat(owner.get("/operator/v1/settings").body())
                .contains("\"idScope\":\"" + server.idScope() + "\"", "\"allocationPolicy\":\"hashed\"");
        assertThat(owner.put("/operator/v1/faults", "{\"script\":\"nonsense\"}").statusCode())
                .isEqualTo(400);
        assertThat(owner.get("/operator/v1/faults").body()).contains("\"script\":\"\"");
        assertThat(owner.get("/operator/v1/duties").body()).contains("\"value\":[");
        assertThat(owner.get("/operator/v1/conflicts").body()).contains("\"value\":[");
        assertThat(owner.get("/operator/v1/losses").body()).contains("\"value\":[");
    }

    @Test
    void quotasShouldBeChangedWithoutARestart() {
        String hub = "/operator/v1/hubs/it-quota.fairlead.local";
        assertThat(owner.put("/operator/v1/settings", "{\"quotas\":{\"linkedHubs\":1}}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = owner.put(hub, "{\"applyAllocationPolicy\":false}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);

        assertThat(owner.put("/operator/v1/settings", "{\"quotas\":{\"linkedHubs\":\"default\"}}")
                        .body())
                .contains("\"linkedHubs\":\"default\"", "\"linkedHubs\":\"off\"");
        assertThat(owner.put(hub, "{\"applyAllocationPolicy\":false}").statusCode())
                .isEqualTo(200);
        assertThat(owner.delete(hub).statusCode()).isEqualTo(200);
    }

    @Test
    void apiShouldBeDescribedAndCanBeTried() throws Exception {
        HttpResponse<String> description = plain("/openapi?format=JSON");
        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("\"/operator/v1/hubs/{name}\"", "regenerateKey");
        assertThat(plain("/openapi").body()).contains("/operator/v1/audit");

        HttpResponse<String> page = plain("/operator/console");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(plain("/operator/console/console.js").body()).contains("SharedAccessSignature");
        assertThat(plain("/operator/console/nothing").statusCode()).isEqualTo(404);
    }

    /** Without a token. */
    private HttpResponse<String> plain(String path) throws Exception {
        return server.client()
                .send(HttpRequest.newBuilder(server.api(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private OperatorClient policy(String name, String right) {
        HttpResponse<String> made = owner.put("/operator/v1/policies/" + name, "{\"rights\":[\"" + right + "\"]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        return key(name, "primaryKey");
    }

    private OperatorClient key(String policy, String member) {
        HttpResponse<String> keys = owner.post("/operator/v1/policies/" + policy + "/keys");
        Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(keys.body());
        assertThat(matcher.find()).as(keys.body()).isTrue();
        return owner.as(policy, matcher.group(1));
    }
}
