/**
 * The TPM 2.0 structures of attestation by a TPM, named and laid out as in the TCG's TPM 2.0 Library Specification
 * (revision 1.59: part 1 architecture, part 2 structures), and what is made of them for a device. Touches identity and the
 * JDK's cryptography; randomness is handed in.
 */
package io.fairlead.domain.tpm;
