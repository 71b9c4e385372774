package io.fairlead.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which texts are ids. */
class IdGrammarTest {
    private static final Map<String, Function<String, Record>> IDS = new LinkedHashMap<>();
    private static final Map<String, List<String>> GOOD = new LinkedHashMap<>();
    private static final Map<String, List<String>> BAD = new LinkedHashMap<>();

    static {
        grammar(
                "registrationId",
                RegistrationId::new,
                List.of("a", "7", "A-b.c_d:e", "ends-", x(128), "a" + "-".repeat(127)),
                List.of(
                        "", "-a", ".a", "_a", ":a", "a.", "a_", "a:", "a b", "a/b", "..", "a%2f", x(129), "ä", "a\n",
                        "a\u0000"));
        grammar(
                "enrollmentGroupId",
                EnrollmentGroupId::new,
                List.of("a", "7", "A-b.c_d:e", "ends-", x(128)),
                List.of("", "-a", "a.", "a b", x(129), "ä", "a\n"));
        grammar(
                "deviceId",
                DeviceId::new,
                List.of("a", "-", "A-.+%_#*?!(),=@$':z", x(128)),
                List.of("", "a b", "a/b", "a\"b", "a&b", "a<b", x(129), "ä", "a\n"));
        grammar(
                "operationId",
                OperationId::new,
                List.of("4.0123456789abcdef.01234567-89ab-cdef-0123-456789abcdef", "a", x(128)),
                List.of("", "a_b", "a/b", "a b", x(129), "a\n"));
        grammar("idScope", IdScope::new, List.of("0ne00000A0A", "a", x(32)), List.of("", "0ne-1", x(33), "a\n"));
        grammar(
                "etag",
                ETag::new,
                List.of("a", "!", "~", "a-b/c=", x(128)),
                List.of("", "a b", "\"a\"", x(129), "a\n"));
        grammar(
                "hub host name",
                HubName::new,
                List.of("hub", "hub-1.example.com", "HUB.Example.com", "127.0.0.1", "h_1", x(63) + "." + x(63)),
                List.of(
                        "",
                        "-a",
                        "a..b",
                        ".a",
                        "a.",
                        "a:8443",
                        "a/b",
                        "https://a",
                        x(64),
                        (x(62) + ".").repeat(4) + "ab",
                        "a\n"));
    }

    static Stream<Arguments> good() {
        return rows(GOOD);
    }

    static Stream<Arguments> bad() {
        return rows(BAD);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("good")
    void idShouldBeAccepted(String noun, String text) {
        assertThatCode(() -> IDS.get(noun).apply(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bad")
    void idShouldBeRefusedWithItsRuleAndWithoutControlCharacters(String noun, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IDS.get(noun).apply(text))
                .withMessageContainingAll(noun, "must be")
                .satisfies(e -> assertThat(e.getMessage()).matches("[ -~…]{1,250}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nouns")
    void idShouldBeRefusedWhenNull(String noun) {
        assertThatIllegalArgumentException().isThrownBy(() -> IDS.get(noun).apply(null));
    }

    static Stream<String> nouns() {
        return IDS.keySet().stream();
    }

    @Test
    void registrationAndGroupIdsShouldBeEqualIgnoringCaseAndKeepTheirs() {
        RegistrationId id = new RegistrationId("Device-1");
        assertThat(id).isEqualTo(new RegistrationId("dEVICE-1")).hasSameHashCodeAs(new RegistrationId("dEVICE-1"));
        assertThat(id).isNotEqualTo(new RegistrationId("Device-2")).hasToString("Device-1");
        EnrollmentGroupId group = new EnrollmentGroupId("Group-1");
        assertThat(group)
                .isEqualTo(new EnrollmentGroupId("gROUP-1"))
                .hasSameHashCodeAs(new EnrollmentGroupId("gROUP-1"));
        assertThat(group).isNotEqualTo(new EnrollmentGroupId("Group-2")).hasToString("Group-1");
    }

    @Test
    void otherIdsShouldBeEqualToTheLetter() {
        assertThat(new DeviceId("a")).isNotEqualTo(new DeviceId("A"));
        assertThat(new OperationId("a")).isNotEqualTo(new OperationId("A"));
        assertThat(new ETag("a")).isNotEqualTo(new ETag("A"));
    }

    @Test
    void hubNameShouldBeKeptInLowerCase() {
        assertThat(new HubName("HUB.Example.com"))
                .isEqualTo(new HubName("hub.example.com"))
                .hasToString("hub.example.com");
    }

    @Test
    void scopeShouldBeNamedIgnoringCase() {
        assertThat(new IdScope("0ne00000A0A").isNamedBy("0NE00000a0a")).isTrue();
        assertThat(new IdScope("0ne00000A0A").isNamedBy("0ne00000A0B")).isFalse();
    }

    private static void grammar(String noun, Function<String, Record> id, List<String> good, List<String> bad) {
        IDS.put(noun, id);
        GOOD.put(noun, good);
        BAD.put(noun, bad);
    }

    private static Stream<Arguments> rows(Map<String, List<String>> texts) {
        return texts.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(text -> Arguments.of(entry.getKey(), text)));
    }

    private static String x(int length) {
        return "x".repeat(length);
    }
}
