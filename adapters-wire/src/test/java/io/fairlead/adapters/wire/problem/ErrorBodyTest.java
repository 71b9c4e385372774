package io.fairlead.adapters.wire.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorBodyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:10:11.1234567Z");

    @Test
    void toJsonShouldHaveTheDocumentedMembersAndNoOthers() {
        ErrorBody body = new ErrorBody(401002, "a-guid", "say \"why\"", Map.of(), NOW);

        assertThat(new String(body.toJson(), UTF_8))
                .isEqualTo("{\"errorCode\":401002,\"trackingId\":\"a-guid\",\"message\":\"say \\\"why\\\"\","
                        + "\"timestampUtc\":\"2026-11-22T18:10:11.1234567Z\"}");
    }

    @Test
    void toJsonShouldCarryFactsWhenThereAreSome() {
        ErrorBody body = new ErrorBody(404202, "t", "m", Map.of("resource", "operation"), NOW);

        assertThat(new String(body.toJson(), UTF_8)).contains(",\"info\":{\"resource\":\"operation\"},");
    }

    @Test
    void statusShouldBeTheCodeDividedByAThousand() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::status))
                .allSatisfy(status -> assertThat(status).isBetween(400, 599));
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code)).doesNotHaveDuplicates();
        assertThat(ErrorCode.PRECONDITION_FAILED.status()).isEqualTo(412);
    }
}
