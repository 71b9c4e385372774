package io.fairlead.adapters.sealing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of a service: the first encrypts, all of them decrypt. A key is replaced by putting its successor before it
 * and encrypting anew what is stored; then it may go.
 */
public final class KeyRing {
    /** More than a service has that replaces its key every month and forgets for a year to take old ones out. */
    private static final int MOST = 16;

    private final List<SealingKey> keys;
    private final Map<String, SealingKey> byId = new LinkedHashMap<>();

    private KeyRing(List<SealingKey> keys) {
        this.keys = List.copyOf(keys);
        keys.forEach(key -> byId.put(key.id(), key));
    }

    /** A ring of this key alone. */
    public static KeyRing of(SealingKey key) {
        return new KeyRing(List.of(key));
    }

    /**
     * Reads keys in Base64, one after the other with blanks or line ends between them; a line that begins with {@code #}
     * is a comment.
     *
     * @throws UnusableKeys when there is none, too many, or one that is no key of {@value SealingKey#BYTES} bytes; says
     *     which, and repeats no character of it
     */
    public static KeyRing parse(String text) {
        List<SealingKey> keys = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .filter(word -> !word.isEmpty())
                .forEach(word -> keys.add(key(word, keys.size() + 1)));
        if (keys.isEmpty()) {
            throw new UnusableKeys(
                    "holds no key; it must hold one of 32 bytes in Base64, as openssl rand -base64 32 makes");
        }
        if (keys.size() > MOST) {
            throw new UnusableKeys("holds " + keys.size() + " keys; more than " + MOST + " are not taken");
        }
        return new KeyRing(keys);
    }

    private static SealingKey key(String word, int number) {
        try {
            return SealingKey.of(Base64.getDecoder().decode(word));
        } catch (IllegalArgumentException e) {
            throw new UnusableKeys("has as key number " + number
                    + " something that is not 32 bytes in Base64, as openssl rand -base64 32 makes them");
        }
    }

    /** The key that encrypts. */
    public SealingKey active() {
        return keys.get(0);
    }

    /** The key of this id. */
    public Optional<SealingKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The ids of all keys, the active one first. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(byId.keySet());
    }

    @Override
    public String toString() {
        return "KeyRing" + byId.keySet();
    }
}
