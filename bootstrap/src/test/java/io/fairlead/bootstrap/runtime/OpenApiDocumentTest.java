package io.fairlead.bootstrap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.json.JsonMembers;
import io.fairlead.adapters.json.JsonText;
import io.fairlead.adapters.rest.RestComponents;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the operator API says what the resources do: the two are written apart. */
class OpenApiDocumentTest {
    private static final String ROOT = "/operator/v1";
    private final String text = read();
    private final JsonMembers document = JsonText.parseObject(text.getBytes(StandardCharsets.UTF_8));

    @Test
    void everyCallShouldBeDescribedAndNoOther() {
        assertThat(described()).isEqualTo(served());
    }

    @Test
    void everyReferenceShouldLeadSomewhere() {
        JsonMembers components = document.object("components").orElseThrow();
        assertThat(Pattern.compile("#/components/(\\w+)/(\\w+)").matcher(text).results())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(components
                                .object(reference.group(1))
                                .orElseThrow()
                                .has(reference.group(2)))
                        .as(reference.group())
                        .isTrue());
    }

    @Test
    void everyCallShouldSayHowItEnds() {
        JsonMembers paths = document.object("paths").orElseThrow();
        for (String call : described()) {
            String[] parts = call.split(" ");
            JsonMembers responses = paths.object(parts[1])
                    .flatMap(methods -> methods.object(parts[0]))
                    .flatMap(operation -> operation.object("responses"))
                    .orElseThrow();
            assertThat(responses.members()).as(call).containsKeys("401", "403", "503");
            assertThat(responses.has("200") || responses.has("204")).as(call).isTrue();
        }
    }

    private TreeSet<String> described() {
        JsonMembers paths = document.object("paths").orElseThrow();
        return paths.members().keySet().stream()
                .flatMap(path -> paths.object(path).orElseThrow().members().keySet().stream()
                        .map(method -> method + " " + path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> served() {
        return RestComponents.classes().stream()
                .filter(type -> type.isAnnotationPresent(Path.class)
                        && type.getAnnotation(Path.class).value().startsWith(ROOT))
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> call(type, method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> call(Class<?> type, Method method) {
        String below = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(path -> "/" + path.value())
                .orElse("");
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> verb.value().toLowerCase(Locale.ROOT) + " "
                        + type.getAnnotation(Path.class).value() + below);
    }

    private static String read() {
        try (InputStream file = OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
