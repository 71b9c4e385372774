package io.fairlead.adapters.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.RestComponents;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody forgets to say who may call a method. */
class NeededRightsTest {
    static Stream<Method> operatorMethods() {
        return RestComponents.classes().stream()
                .filter(type -> type.isAnnotationPresent(OperatorOnly.class))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    @ParameterizedTest
    @MethodSource("operatorMethods")
    void everyMethodForOperatorsShouldSayTheRightThatItNeeds(Method method) {
        assertThat(method.isAnnotationPresent(Needs.class)).isTrue();
    }

    @Test
    void everythingOfTheOperatorApiShouldBeForOperators() {
        assertThat(RestComponents.classes())
                .filteredOn(type -> type.isAnnotationPresent(Path.class)
                        && type.getAnnotation(Path.class).value().startsWith("/operator/v1"))
                .isNotEmpty()
                .allMatch(type -> type.isAnnotationPresent(OperatorOnly.class));
    }
}
