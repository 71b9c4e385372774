package io.fairlead.domain.tpm;

/** {@code TPMT_PUBLIC}: the public part of an object in a TPM (part 2, 12.2.4). */
public sealed interface PublicArea permits RsaPublicArea, KeyedHashPublicArea {
    HashAlgorithm nameAlgorithm();

    byte[] marshalled();

    /** With its size before it: {@code TPM2B_PUBLIC} (part 2, 12.2.5), the form in which keys travel. */
    default byte[] sized() {
        return Marshal.sized(marshalled());
    }

    default ObjectName name() {
        return ObjectName.of(this);
    }
}
