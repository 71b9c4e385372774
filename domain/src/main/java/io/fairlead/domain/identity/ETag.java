package io.fairlead.domain.identity;

/** x. */
public record ETag(String value) {
    public ETag {
        if (value.isEmpty()) throw new IllegalArgumentException("an etag must not be empty");
    }
}
