package io.fairlead.domain.tpm;

/**
 * {@code TPMT_SYM_DEF_OBJECT}: the cipher with which a storage key protects its children (part 2, 11.1.7). Always AES in
 * cipher feedback mode, the one every TPM has.
 */
public record SymmetricDefinition(int keyBits) {
    private static final int AES = 0x0006;
    private static final int CFB = 0x0043;
    private static final int SHORT = 128;
    private static final int LONG = 256;

    public SymmetricDefinition {
        if (keyBits != SHORT && keyBits != LONG) {
            throw new IllegalArgumentException("has AES keys of " + keyBits + " bits, which must be 128 or 256");
        }
    }

    static SymmetricDefinition read(Unmarshal from) {
        int algorithm = from.uint16("symmetric algorithm");
        if (algorithm != AES) {
            throw new IllegalArgumentException(
                    "has algorithm 0x%04x to protect others with, and a storage key has AES".formatted(algorithm));
        }
        int keyBits = from.uint16("symmetric key size");
        int mode = from.uint16("symmetric mode");
        if (mode != CFB) {
            throw new IllegalArgumentException("has AES in mode 0x%04x, which must be CFB".formatted(mode));
        }
        return new SymmetricDefinition(keyBits);
    }

    byte[] marshalled() {
        return Marshal.join(Marshal.uint16(AES), Marshal.uint16(keyBits), Marshal.uint16(CFB));
    }

    int keyBytes() {
        return keyBits / Byte.SIZE;
    }
}
