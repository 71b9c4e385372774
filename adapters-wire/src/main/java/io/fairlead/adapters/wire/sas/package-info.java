/**
 * The text of shared access signatures, as devices and operators send them. Touches the domain's proofs and {@code
 * application.problem}.
 */
package io.fairlead.adapters.wire.sas;
