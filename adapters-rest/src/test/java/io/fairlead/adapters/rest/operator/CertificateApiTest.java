package io.fairlead.adapters.rest.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Http;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.domain.fixture.Mint;
import io.fairlead.domain.fixture.Minted;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateApiTest {
    private static final String PATH = "/operator/v1/certificates/maker-1";
    private static final Minted ROOT = Mint.authority("root").selfSigned();
    private static final Minted OTHER = Mint.authority("other").selfSigned();

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
    void authorityShouldBeUploadedVerifiedAndDeletedByVersion() {
        Answer uploaded = upload(ROOT);
        assertThat(uploaded.text())
                .startsWith("{\"name\":\"maker-1\",\"isVerified\":false,\"info\":{\"subjectName\":\"CN=root\"");

        Answer asked = send(slice.asOwner("POST", PATH + "/verificationCode"));
        String code = asked.json().text("verificationCode").orElseThrow();
        Answer verified = send(slice.asOwner("POST", PATH + "/verify")
                .json("{\"certificate\":\"" + base64(Mint.named("CN=" + code).signedBy(ROOT)) + "\"}"));

        assertThat(verified.json().truth("isVerified")).contains(true);
        assertThat(verified.json().has("verificationCode")).isFalse();
        assertThat(send(slice.asOwner("GET", "/operator/v1/certificates")).text())
                .isEqualTo("{\"value\":[" + verified.text() + "]}");
        // What was read can be written back.
        Answer again = send(slice.asOwner("PUT", PATH)
                .header("If-Match", verified.header("ETag"))
                .json(verified.text()));
        assertThat(again.json().truth("isVerified")).contains(true);
        slice.asOwner("DELETE", PATH)
                .header("If-Match", uploaded.header("ETag"))
                .send()
                .refusesAsProblem(412001);
        assertThat(slice.asOwner("DELETE", PATH).send().status()).isEqualTo(204);
        slice.asOwner("GET", PATH).send().refusesAsProblem(404202);
    }

    @ParameterizedTest
    @CsvSource({"application/pkix-cert, true", "application/x-pem-file, false", "application/octet-stream, false"})
    void fileShouldBeTakenAsItIs(String type, boolean isDer) {
        byte[] der = ROOT.certificate().der();
        byte[] file = isDer ? der : pem(ROOT).getBytes(StandardCharsets.US_ASCII);
        Answer uploaded =
                send(slice.asOwner("PUT", PATH).header("Content-Type", type).body(file));
        assertThat(uploaded.json().text("certificate"))
                .contains(Base64.getEncoder().encodeToString(der));
    }

    @Test
    void authorityThatAGroupNamesShouldNotBeDeleted() {
        upload(ROOT);
        Answer group = send(slice.asOwner("PUT", "/enrollmentGroups/fleet?api-version=2021-10-01")
                .json("{\"enrollmentGroupId\":\"fleet\",\"attestation\":{\"type\":\"x509\",\"x509\":"
                        + "{\"caReferences\":{\"primary\":\"MAKER-1\"}}}}"));
        assertThat(group.text()).contains("\"x509\":{\"caReferences\":{\"primary\":\"MAKER-1\"}}");

        Answer refused = slice.asOwner("DELETE", PATH).send().refusesAsProblem(409001);
        assertThat(refused.text()).contains("'maker-1' is named by enrollment group 'fleet'");
    }

    @Test
    void groupShouldHoldSigningCertificatesThatNoOtherHolds() {
        String group = "{\"enrollmentGroupId\":\"%s\",\"attestation\":{\"type\":\"x509\",\"x509\":"
                + "{\"signingCertificates\":{\"primary\":{\"certificate\":\"" + base64(ROOT) + "\"}}}}}";
        Answer first = send(slice.asOwner("PUT", "/enrollmentGroups/one?api-version=2021-10-01")
                .json(group.formatted("one")));
        assertThat(first.text())
                .contains("\"signingCertificates\":{\"primary\":{\"info\":{\"subjectName\":\"CN=root\"");
        slice.asOwner("PUT", "/enrollmentGroups/two?api-version=2021-10-01")
                .json(group.formatted("two"))
                .send()
                .refuses(409001);
    }

    @Test
    void badUploadsShouldBeRefusedByTheNameOfTheField() {
        String device = base64(Mint.device("device").selfSigned());
        refused("{}", "certificate");
        refused("{\"certificate\":\"garbage\"}", "certificate");
        refused("{\"certificate\":\"" + device + "\"}", "certificate");
        refused("{\"certificate\":\"" + base64(ROOT) + "\",\"name\":\"another\"}", "name");
        refused("{\"certificate\":\"" + base64(ROOT) + "\",\"isVerified\":\"yes\"}", "isVerified");
        refused("{\"certificate\":\"" + base64(ROOT) + "\",\"typo\":1}", "typo");
        assertThat(slice.asOwner("PUT", PATH)
                        .header("Content-Type", "application/x-pem-file")
                        .body((pem(ROOT) + pem(OTHER)).getBytes(StandardCharsets.US_ASCII))
                        .send()
                        .refusesAsProblem(400004)
                        .text())
                .contains("more than one certificate");
        slice.asOwner("PUT", PATH)
                .header("Content-Type", "text/html")
                .body(ROOT.certificate().der())
                .send()
                .refusesAsProblem(415001);
    }

    private void refused(String body, String field) {
        Answer refused = slice.asOwner("PUT", PATH).json(body).send().refusesAsProblem(400004);
        assertThat(refused.text()).contains("\"info\":{\"field\":\"" + field + "\"}");
    }

    private Answer upload(Minted authority) {
        return send(slice.asOwner("PUT", PATH).json("{\"certificate\":\"" + base64(authority) + "\"}"));
    }

    private static Answer send(Http request) {
        Answer answer = request.send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String base64(Minted minted) {
        return minted.certificate().base64();
    }

    private static String pem(Minted minted) {
        return "-----BEGIN CERTIFICATE-----\n" + base64(minted) + "\n-----END CERTIFICATE-----\n";
    }
}
