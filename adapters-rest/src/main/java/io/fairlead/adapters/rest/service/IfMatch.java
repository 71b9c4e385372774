package io.fairlead.adapters.rest.service;

import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.administration.Precondition;
import io.fairlead.application.problem.Problem;
import io.fairlead.domain.identity.ETag;

/**
 * The {@code If-Match} header: absent, {@code *}, or one tag, with or without quotes (C# adds them, Java and Node send
 * what they read in a body).
 */
final class IfMatch {
    private IfMatch() {}

    static Precondition precondition(String header) {
        if (header == null || header.isBlank()) return Precondition.NONE;
        String tag = EntityTag.bare(header);
        return tag.equals("*") ? Precondition.ANY_VERSION : Precondition.version(tag(tag));
    }

    /** What cannot be a tag of ours cannot match. */
    private static ETag tag(String text) {
        try {
            return new ETag(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            Problem.Kind.PRECONDITION_FAILED,
                            "If-Match names no version of this record; read it again and send its etag, or *")
                    .asException();
        }
    }
}
