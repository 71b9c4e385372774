package io.fairlead.application.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An immutable map in key order: a treap that copies the path it changes and shares the rest, so that a transaction is
 * one reference and its rollback is forgetting it. The priorities come from the keys, so the same content has the same
 * shape in every run.
 */
final class SortedTree<V> {
    private static final SortedTree<?> EMPTY = new SortedTree<>(null);

    private record Node<V>(String key, V value, int priority, Node<V> left, Node<V> right) {
        Node<V> withLeft(Node<V> next) {
            return new Node<>(key, value, priority, next, right);
        }

        Node<V> withRight(Node<V> next) {
            return new Node<>(key, value, priority, left, next);
        }
    }

    private final Node<V> root;

    private SortedTree(Node<V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    static <V> SortedTree<V> empty() {
        return (SortedTree<V>) EMPTY;
    }

    Optional<V> find(String key) {
        Node<V> node = root;
        while (node != null && !node.key.equals(key)) {
            node = key.compareTo(node.key) < 0 ? node.left : node.right;
        }
        return Optional.ofNullable(node).map(Node::value);
    }

    SortedTree<V> with(String key, V value) {
        Node<V> single = new Node<>(key, value, priority(key), null, null);
        return new SortedTree<>(join(join(below(root, key), single), above(root, key)));
    }

    SortedTree<V> without(String key) {
        return new SortedTree<>(join(below(root, key), above(root, key)));
    }

    /** At most so many values that match, of the keys after this one and with this prefix, in key order. */
    List<V> after(String key, String prefix, int limit, Predicate<V> matching) {
        List<V> found = new ArrayList<>();
        collect(root, key, prefix, limit, matching, found);
        return found;
    }

    private static <V> void collect(
            Node<V> node, String after, String prefix, int limit, Predicate<V> matching, List<V> found) {
        if (node == null || found.size() == limit) {
            return;
        }
        boolean isAfter = node.key.compareTo(after) > 0;
        boolean inRange = node.key.startsWith(prefix);
        if (isAfter && (inRange || node.key.compareTo(prefix) > 0)) {
            collect(node.left, after, prefix, limit, matching, found);
        }
        if (isAfter && inRange && found.size() < limit && matching.test(node.value)) {
            found.add(node.value);
        }
        if (inRange || node.key.compareTo(prefix) < 0) {
            collect(node.right, after, prefix, limit, matching, found);
        }
    }

    private static <V> Node<V> below(Node<V> node, String key) {
        if (node == null) {
            return null;
        }
        return node.key.compareTo(key) < 0 ? node.withRight(below(node.right, key)) : below(node.left, key);
    }

    private static <V> Node<V> above(Node<V> node, String key) {
        if (node == null) {
            return null;
        }
        return node.key.compareTo(key) > 0 ? node.withLeft(above(node.left, key)) : above(node.right, key);
    }

    private static <V> Node<V> join(Node<V> low, Node<V> high) {
        if (low == null || high == null) {
            return low == null ? high : low;
        }
        return low.priority >= high.priority
                ? low.withRight(join(low.right, high))
                : high.withLeft(join(low, high.left));
    }

    /** The hash of the key, stirred: the hashes of similar keys are similar. */
    private static int priority(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
        return hash ^ hash >>> 13;
    }
}
