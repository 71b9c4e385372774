package io.fairlead.adapters.json;

/** The pairing of UTF-16 surrogates. */
final class Surrogates {
    private Surrogates() {}

    static boolean allPaired(String string) {
        int i = 0;
        while (i < string.length()) {
            int point = string.codePointAt(i);
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) return false;
            i += Character.charCount(point);
        }
        return true;
    }
}
