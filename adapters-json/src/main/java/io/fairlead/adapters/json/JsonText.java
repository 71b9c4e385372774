package io.fairlead.adapters.json;

/**
 * JSON text in UTF-8 (RFC 8259), read strictly and written plainly.
 *
 * <p>A tree is made of {@code LinkedHashMap<String, Object>} in the order of the text, {@code ArrayList<Object>},
 * {@code String}, {@code Boolean}, {@code Long} for whole numbers that fit one, {@code BigDecimal} with the digits as
 * sent for all others ({@code 1.50} stays {@code 1.50}), and null. Thread-safe.
 */
public final class JsonText {
    /** Objects and arrays inside each other; deeper texts are refused. */
    public static final int MAX_DEPTH = 64;

    /** Significant digits of one number: no device has more to say, and converting them costs quadratic time. */
    public static final int MAX_DIGITS = 100;

    /** The largest power of ten, either way, that a number may carry: beyond any IEEE 754 double. */
    public static final int MAX_EXPONENT = 400;

    private JsonText() {}

    /**
     * The tree of one JSON text. The caller bounds the array's length; strings and names are bounded by it alone.
     *
     * @throws InvalidJson on anything but one complete value in valid UTF-8: also on a name given twice in an object,
     *     half a surrogate pair, content after the value, a byte order mark, or a number or depth beyond the limits
     */
    public static Object parse(byte[] text) {
        return new JsonTreeReader(text).read();
    }

    /**
     * The tree of a text whose root must be an object.
     *
     * @throws InvalidJson as {@link #parse}, and when the root is something else
     */
    public static JsonMembers parseObject(byte[] text) {
        return JsonMembers.root(parse(text));
    }

    /** The text of a tree without its null members, at any depth: what most readers want, and some insist on. */
    public static byte[] write(Object tree) {
        return JsonTreeWriter.Nulls.LEFT_OUT.write(tree);
    }

    /** The text of a tree with its null members: for patches, where null means "remove this". */
    public static byte[] writeWithNulls(Object tree) {
        return JsonTreeWriter.Nulls.KEPT.write(tree);
    }

    /**
     * One text for all trees of equal content, for hashing: names sorted by UTF-16 code unit, null members kept,
     * numbers by value ({@code 5}, {@code 5.0} and {@code 50e-1} are one, since hubs may spell a number anew).
     */
    public static byte[] canonical(Object tree) {
        return JsonTreeWriter.Nulls.KEPT.write(CanonicalTree.of(tree));
    }
}
