package io.fairlead.application.operating;

import io.fairlead.domain.allocation.HubPlace;
import io.fairlead.domain.operating.HubKind;
import io.fairlead.domain.operating.HubSecret;
import java.util.Optional;

/**
 * A linked hub as an operator wrote it.
 *
 * @param weight 1 to 1000
 * @param secret absent means: keep the stored one
 */
public record HubDraft(HubKind kind, int weight, boolean inAllocation, HubPlace place, Optional<HubSecret> secret) {}
