package io.fairlead.application.administration;

import io.fairlead.domain.certificate.Certificate;
import java.util.Optional;

/**
 * A certificate authority as an operator wrote it.
 *
 * @param verified whether the caller says that the owner of the key is known, and needs no proof; absent leaves what is
 *     known of the same certificate as it is
 */
public record AuthorityDraft(Certificate certificate, Optional<Boolean> verified) {}
