package io.fairlead.benchmarks.kill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What broke a promise, and what is merely worth counting. Thread-safe. */
final class Violations {
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> remarks = new ConcurrentHashMap<>();

    void add(String what) {
        found.add(what);
        System.out.println("VIOLATION " + what);
    }

    void require(boolean holds, String what) {
        if (!holds) {
            add(what);
        }
    }

    void remark(String what) {
        remarks.merge(what, 1, Integer::sum);
    }

    List<String> found() {
        return List.copyOf(found);
    }

    Map<String, Integer> remarks() {
        return new TreeMap<>(remarks);
    }
}
