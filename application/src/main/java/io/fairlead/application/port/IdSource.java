package io.fairlead.application.port;

import io.fairlead.domain.attestation.SymmetricKey;
import io.fairlead.domain.identity.ETag;
import io.fairlead.domain.identity.OperationId;

/** New ids, versions and keys; unpredictable in production, repeatable in tests. Thread-safe. */
public interface IdSource {
    OperationId newOperationId();

    ETag newETag();

    /** A unique name for a row that nobody addresses: letters, digits and dashes. */
    String newRowId();

    /** What nobody can guess: 48 hexadecimal digits, upper case, for an operator to have signed. */
    String newVerificationCode();

    /** A key of 64 random bytes. */
    SymmetricKey newSymmetricKey();
}
