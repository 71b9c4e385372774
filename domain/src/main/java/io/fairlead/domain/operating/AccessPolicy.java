package io.fairlead.domain.operating;

import io.fairlead.domain.attestation.SymmetricKeys;
import io.fairlead.domain.enrollment.EntryStamp;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A policy under whose keys operators sign their tokens (DPS "shared access policy").
 *
 * @param name {@code skn} of its tokens; equal ignoring case
 * @param keys either signs, so that one can be made anew while clients use the other
 * @param rights at least one
 */
public record AccessPolicy(String name, SymmetricKeys keys, Set<AccessRight> rights, EntryStamp stamp)
        implements OperatorRecord {
    /** The policy that a new instance has, with all rights. */
    public static final String OWNER = "provisioningserviceowner";

    private static final String GRAMMAR = "[A-Za-z0-9._-]{1,64}";

    public AccessPolicy {
        if (!name.matches(GRAMMAR)) {
            throw new IllegalArgumentException(
                    "a policy's name must be 1 to 64 letters, digits, dots, dashes or underscores");
        }
        if (rights.isEmpty()) {
            throw new IllegalArgumentException("a policy must have at least one right");
        }
        rights = Collections.unmodifiableSet(EnumSet.copyOf(rights));
    }

    @Override
    public String key() {
        return keyOf(name);
    }

    /** The key of a policy of this name. */
    public static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public boolean isOwner() {
        return key().equals(OWNER);
    }

    public boolean allows(AccessRight needed) {
        return rights.stream().anyMatch(right -> right.covers(needed));
    }

    /** This policy with other keys. */
    public AccessPolicy with(SymmetricKeys other, EntryStamp next) {
        return new AccessPolicy(name, other, rights, next);
    }
}
