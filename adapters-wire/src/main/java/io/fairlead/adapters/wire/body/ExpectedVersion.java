package io.fairlead.adapters.wire.body;

import io.fairlead.adapters.wire.text.EntityTag;
import io.fairlead.application.administration.Precondition;
import io.fairlead.application.problem.Problem;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.domain.identity.ETag;

/**
 * The version that a caller expects of what it changes: an {@code If-Match} header, or the {@code etag} of an item. {@code
 * *} or one tag, with or without quotes (C# adds them, Java and Node send what they read in a body).
 *
 * <p>Each throws {@link ProvisioningException} when the text cannot be a tag of ours: then it cannot match.
 */
public final class ExpectedVersion {
    private ExpectedVersion() {}

    /**
     * Of an enrollment entry.
     *
     * @param text null or blank when nothing is expected
     */
    public static Precondition of(String text) {
        return text == null || text.isBlank() ? Precondition.NONE : expected(EntityTag.bare(text));
    }

    /**
     * Of a record that is put.
     *
     * @param ifMatch as in {@link #of(String)}
     * @param ifNoneMatch {@code *} when the record must not be there yet; anything else is ignored
     */
    public static Precondition of(String ifMatch, String ifNoneMatch) {
        Precondition expected = of(ifMatch);
        if (ifNoneMatch == null || !ifNoneMatch.strip().equals("*")) return expected;
        if (expected.mustExist()) {
            throw Problem.of(
                            Problem.Kind.PRECONDITION_FAILED,
                            "If-Match wants the record to be there, and If-None-Match: * wants it not to be")
                    .asException();
        }
        return Precondition.ABSENT;
    }

    /** Of a registration, whose tag stands in bodies as base64 of the quoted tag; either form is read. */
    public static Precondition ofRegistration(String text) {
        if (text == null || text.isBlank()) return Precondition.NONE;
        String tag = EntityTag.bare(text);
        return expected(EntityTag.outOfRegistration(tag).orElse(tag));
    }

    private static Precondition expected(String tag) {
        return tag.equals("*") ? Precondition.ANY_VERSION : Precondition.version(tag(tag));
    }

    private static ETag tag(String text) {
        try {
            return new ETag(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(
                            Problem.Kind.PRECONDITION_FAILED,
                            "the etag names no version of this record; read it again and send its etag, or *")
                    .asException();
        }
    }
}
