package io.fairlead.adapters.rest.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.rest.server.Answer;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** One published description, what was held against it, and which of its operations were seen to succeed. */
final class PublishedApi {
    /** Reading a description takes longer than all that is held against it. */
    private static final Map<String, OpenApiInteractionValidator> VALIDATORS = new ConcurrentHashMap<>();

    private final OpenApiInteractionValidator validator;

    /** Operation ids by method and path with placeholders. */
    private final Map<String, String> operations = new TreeMap<>();

    private final Set<String> succeeded = new TreeSet<>();

    PublishedApi(String file) {
        String text = ContractFolder.read(file);
        JsonText.parseObject(text.getBytes(UTF_8))
                .object("paths")
                .orElseThrow()
                .members()
                .forEach(this::remember);
        validator = VALIDATORS.computeIfAbsent(text, PublishedApi::validator);
    }

    private static OpenApiInteractionValidator validator(String text) {
        OpenAPI api = new OpenAPIParser().readContents(text, null, null).getOpenAPI();
        api.getComponents().getSchemas().values().forEach(PublishedApi::free);
        return new OpenApiInteractionValidator.Builder().withApi(api).build();
    }

    private void remember(String path, Object methods) {
        JsonMembers.root(methods)
                .members()
                .forEach((method, operation) -> operations.put(
                        method.toUpperCase(Locale.ROOT) + " " + path,
                        JsonMembers.root(operation).text("operationId").orElseThrow()));
    }

    /**
     * Where the description lets members be of any name, it says of their values nothing, or "an object", which is how its
     * generator writes "anything": taken at its word it would forbid every tag that is a string or a number, and so the
     * samples of DPS and what all of its clients send.
     */
    private static void free(Schema<?> schema) {
        if (schema.getAdditionalProperties() instanceof Schema<?> any
                && "object".equals(any.getType())
                && (any.getProperties() == null || any.getProperties().isEmpty())) {
            schema.setAdditionalProperties(true);
        }
        if (schema.getProperties() != null) schema.getProperties().values().forEach(PublishedApi::free);
    }

    /** Holds an answer to this request against the description; whatever is not described is an error too. */
    void check(String method, String path, Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach(response::withHeader);
        if (answer.body().length > 0) response.withBody(answer.text());
        assertThat(validator
                        .validateResponse(path, Request.Method.valueOf(method), response.build())
                        .getMessages())
                .as("%s %s answered %s %s", method, path, answer.status(), answer.text())
                .isEmpty();
        if (answer.status() < 300) succeeded.add(operation(method, path));
    }

    /** The operations that no answer with success was checked of. */
    Set<String> notSeen() {
        return operations.values().stream()
                .filter(id -> !succeeded.contains(id))
                .collect(Collectors.toSet());
    }

    /** A literal wins over a placeholder. */
    private String operation(String method, String path) {
        return operations.keySet().stream()
                .filter(key -> (method + " " + path).matches(key.replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingLong(
                        key -> key.chars().filter(c -> c == '{').count()))
                .map(operations::get)
                .orElseThrow();
    }
}
