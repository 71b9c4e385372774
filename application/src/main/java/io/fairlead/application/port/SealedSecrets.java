package io.fairlead.application.port;

import java.util.Optional;

/**
 * A place where secrets are kept encrypted, seen as a walk over its rows that brings each under the key that encrypts now.
 * What the secrets are, and whom they belong to, is not shown. Safe beside everything else: a row that is changed
 * meanwhile is left as it was changed.
 */
public interface SealedSecrets {
    /**
     * One stretch of the walk, some hundred rows, durable when it returns. May be repeated, and begun anew at any time.
     *
     * @param after where the stretch before ended; empty at the beginning
     * @throws StoreException when a secret cannot be decrypted; nothing of that stretch is changed then
     */
    Stretch renew(Optional<String> after);

    /**
     * What was walked.
     *
     * @param examined how many rows were looked at
     * @param renewed how many of them held a secret under another key
     * @param next where to go on; empty at the end
     */
    record Stretch(int examined, int renewed, Optional<String> next) {}
}
