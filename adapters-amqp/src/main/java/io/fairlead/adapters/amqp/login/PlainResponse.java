package io.fairlead.adapters.amqp.login;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The one message of SASL PLAIN (RFC 4616): {@code authzid NUL user NUL password}. */
record PlainResponse(String userName, String password) {
    private static final int PARTS = 3;

    /** Empty when it has not that form. */
    static Optional<PlainResponse> read(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\0", -1);
        return parts.length == PARTS ? Optional.of(new PlainResponse(parts[1], parts[2])) : Optional.empty();
    }
}
