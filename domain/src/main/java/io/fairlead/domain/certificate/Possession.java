package io.fairlead.domain.certificate;

import java.util.Optional;

/**
 * Whether an operator has shown to hold an authority's key.
 *
 * @param proven only then does the authority vouch for devices
 * @param code what the key is asked to sign: the common name of the certificate that shall prove it; absent until it is
 *     asked for, and once it has served
 */
public record Possession(boolean proven, Optional<String> code) {
    public static final Possession UNPROVEN = new Possession(false, Optional.empty());
    public static final Possession PROVEN = new Possession(true, Optional.empty());
}
