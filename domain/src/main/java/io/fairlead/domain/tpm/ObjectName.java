package io.fairlead.domain.tpm;

/**
 * {@code TPM2B_NAME}: what cannot be another object's, since it is the digest of the public area (part 1, 16; part 2,
 * 10.5.3).
 *
 * @param value the algorithm's identifier and the digest
 */
public record ObjectName(Octets value) {
    static ObjectName of(PublicArea area) {
        HashAlgorithm hash = area.nameAlgorithm();
        return new ObjectName(Octets.of(Marshal.join(hash.marshalled(), hash.digest(area.marshalled()))));
    }

    byte[] bytes() {
        return value.bytes();
    }
}
