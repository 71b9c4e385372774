/**
 * Twin, capabilities and device as immutable values; merge, size and reset rules. Touches identity and attestation; no
 * JSON library: a document is an immutable tree of maps, lists and scalars.
 */
package io.fairlead.domain.device;
