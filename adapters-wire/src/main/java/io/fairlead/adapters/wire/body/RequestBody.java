package io.fairlead.adapters.wire.body;

import io.fairlead.adapters.json.InvalidJson;
import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import java.util.Map;
import java.util.function.Function;

/** A request's body, one JSON object. */
public final class RequestBody {
    /** Bytes of one message, all transports (DPS limits: 96 KB). */
    public static final int MAX_BYTES = 96 * 1024;

    private RequestBody() {}

    /**
     * Reads the object with a reader of its members.
     *
     * @throws ProvisioningException invalid, when the text is not one JSON object or the reader refuses a member
     */
    public static <T> T read(byte[] body, Function<JsonMembers, T> reader) {
        try {
            return reader.apply(JsonText.parseObject(body));
        } catch (InvalidJson e) {
            throw problem(e).asException();
        }
    }

    /** Why a text, or a part of one, cannot be accepted, with the field that is wrong. */
    public static Problem problem(InvalidJson refusal) {
        Map<String, String> facts =
                refusal.member().map(path -> Map.of("field", path)).orElse(Map.of());
        return new Problem(Problem.Kind.INVALID, refusal.getMessage(), facts);
    }
}
