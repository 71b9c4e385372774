package io.fairlead.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The ids accepted are exactly those of the patterns as they are published. */
class PublishedPatternTest {
    private static final long SEED = 20261122;
    private static final int TEXTS = 20_000;
    private static final String ID = "[A-Za-z0-9](?:[A-Za-z0-9\\-._:]{0,126}[A-Za-z0-9\\-])?";

    static Stream<Arguments> patterns() {
        return Stream.of(
                pattern("registrationId", ID, RegistrationId::new),
                pattern("enrollmentGroupId", ID, EnrollmentGroupId::new),
                pattern("deviceId", "[A-Za-z0-9\\-.+%_#*?!(),=@$':]{1,128}", DeviceId::new),
                pattern("operationId", "[0-9a-zA-Z.\\-]{1,128}", OperationId::new),
                pattern("idScope", "[A-Za-z0-9]{1,32}", IdScope::new),
                pattern("etag", "[\\x21\\x23-\\x7e]{1,128}", ETag::new),
                pattern(
                        "host name",
                        "(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9\\-_]{0,62})(?:\\.[A-Za-z0-9](?:[A-Za-z0-9\\-_]{0,62}))*",
                        HubName::new));
    }

    private static Arguments pattern(String noun, String regex, Function<String, Object> id) {
        return Arguments.of(noun, regex, id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void textShouldBeAcceptedWhenThePatternMatches(String noun, String regex, Function<String, Object> id) {
        Random random = new Random(SEED);
        for (int count = 0; count < TEXTS; count++) {
            String text = text(random);
            assertThat(isAccepted(id, text))
                    .as("%s '%s', seed %d", noun, text, SEED)
                    .isEqualTo(text.matches(regex));
        }
    }

    /** Mostly of good characters and of lengths near the borders. */
    private static String text(Random random) {
        String good = random.nextBoolean() ? "aZ09" : "aZ09-._:";
        int[] lengths = {0, 1, 2, 3, 32, 33, 63, 64, 127, 128, 129, 253, 254};
        StringBuilder text = new StringBuilder();
        for (int rest = lengths[random.nextInt(lengths.length)]; rest > 0; rest--) {
            boolean any = random.nextInt(40) == 0;
            text.append(any ? (char) random.nextInt(0x100) : good.charAt(random.nextInt(good.length())));
        }
        return text.toString();
    }

    private static boolean isAccepted(Function<String, Object> id, String text) {
        try {
            id.apply(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
