package io.fairlead.application.operating;

import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.operating.AccessRight;
import java.util.Optional;
import java.util.Set;

/**
 * An access policy as an operator wrote it.
 *
 * @param primary absent means: keep the stored key, or make one
 * @param secondary as the primary
 */
public record PolicyDraft(Set<AccessRight> rights, Optional<SymmetricKey> primary, Optional<SymmetricKey> secondary) {
    public PolicyDraft {
        rights = Set.copyOf(rights);
    }
}
