package io.fairlead.domain.identity;

/**
 * The name of a device within one hub; case-sensitive (IoT Hub identity registry).
 *
 * @param value 1 to 128 of ASCII alphanumerics and {@code - . + % _ # * ? ! ( ) , = @ $ ' :}
 */
public record DeviceId(String value) {
    private static final Grammar GRAMMAR = new Grammar(
            "deviceId",
            Grammar.word(Alphabet.ALPHANUMERIC.and("-.+%_#*?!(),=@$':"), 128),
            "1 to 128 of A-Z a-z 0-9 - . + % _ # * ? ! ( ) , = @ $ ' :");

    public DeviceId {
        GRAMMAR.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
