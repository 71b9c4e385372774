package io.fairlead.application.paging;

/**
 * A stretch of a list by its keys, which are ids in lower case: both ends belong to it.
 *
 * @param from the lowest key, need not exist
 * @param upTo the highest key, need not exist
 */
public record KeyRange(String from, String upTo) {
    private static final String BEFORE_ALL_IDS = "";
    /** Beyond every character that an id may have. */
    private static final String AFTER_ALL_IDS = "~";

    /** The whole list. */
    public static final KeyRange ALL = new KeyRange(BEFORE_ALL_IDS, AFTER_ALL_IDS);

    /** One key alone. */
    public static KeyRange only(String key) {
        return new KeyRange(key, key);
    }

    /** This key and those after it. */
    public static KeyRange from(String key) {
        return new KeyRange(key, AFTER_ALL_IDS);
    }

    /** This key and those before it. */
    public static KeyRange upTo(String key) {
        return new KeyRange(BEFORE_ALL_IDS, key);
    }

    /** The keys that begin so. */
    public static KeyRange startingWith(String prefix) {
        return new KeyRange(prefix, prefix + AFTER_ALL_IDS);
    }

    /** What lies in both. */
    public KeyRange and(KeyRange other) {
        return new KeyRange(higher(from, other.from), lower(upTo, other.upTo));
    }

    /** The shortest stretch that has both in it. */
    public KeyRange reaching(KeyRange other) {
        return new KeyRange(lower(from, other.from), higher(upTo, other.upTo));
    }

    public boolean contains(String key) {
        return from.compareTo(key) <= 0 && key.compareTo(upTo) <= 0;
    }

    private static String lower(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String higher(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
