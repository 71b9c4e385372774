package io.fairlead.adapters.json;

import java.util.Optional;

/**
 * A JSON text, or a member of one, that cannot be accepted. The message says what is wrong and where and is fit for
 * the sender's eyes: it repeats no value, and of names only a short printable part.
 */
public final class InvalidJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String member;

    InvalidJson(String message) {
        this(null, message);
    }

    private InvalidJson(String member, String message) {
        super(message);
        this.member = member;
    }

    /** The path of the member that is wrong; empty when the text itself is. */
    public Optional<String> member() {
        return Optional.ofNullable(member);
    }

    static InvalidJson at(int line, int column, String what) {
        return new InvalidJson("the JSON text " + what + " (line " + line + ", column " + column + ")");
    }

    /**
     * The member at {@code path} has a value that its reader cannot take.
     *
     * @param path names from the root, joined by dots, such as {@code attestation.type}
     * @param rule what is wrong, as the rest of a sentence that begins with the path: {@code must be a string}
     */
    public static InvalidJson member(String path, String rule) {
        return new InvalidJson(path, path + " " + rule);
    }
}
