package io.fairlead.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has to be done so that the service is as it is declared; nothing when it is.
 *
 * @param unchanged how many declared records are as they are declared
 * @param ownPolicy by whose key it is done
 */
record Plan(List<Change> changes, int unchanged, String ownPolicy) {
    private static final String ABSENT = "absent";

    /**
     * Compares the declaration with the service. Changes nothing.
     *
     * @param ownPolicy by whose key the service is asked: what changes that goes last, or the rest could not be done
     */
    static Plan of(Declaration declaration, Api api, Secrets secrets, String ownPolicy) {
        List<Change> changes = new ArrayList<>();
        int[] declared = {0};
        for (Section section : Section.values()) {
            declaration.records(section).forEach((name, record) -> {
                declared[0]++;
                if (!isAbsent(record)) {
                    change(section, name, record, api, secrets).ifPresent(changes::add);
                }
            });
        }
        for (Section section : Section.removals()) {
            declaration.records(section).forEach((name, record) -> {
                if (isAbsent(record)) {
                    api.get(section.path(name))
                            .map(found -> Change.removing(section, name, found))
                            .ifPresent(changes::add);
                }
            });
        }
        changes.sort(Comparator.comparing(change -> change.concerns(ownPolicy)));
        return new Plan(changes, declared[0] - changes.size(), ownPolicy);
    }

    private static boolean isAbsent(Declared record) {
        return ABSENT.equals(record.value());
    }

    private static Optional<Change> change(Section section, String name, Declared record, Api api, Secrets secrets) {
        Wanted wanted = Wanted.of(section, record, secrets);
        Optional<Api.Found> found = api.get(section.path(name));
        if (found.isEmpty()) {
            return Optional.of(Change.adding(name, wanted));
        }
        List<FieldChange> fields = Comparison.of(found.get().members(), wanted, () -> api.ask(section.keysPath(name)));
        return fields.isEmpty() ? Optional.empty() : Optional.of(Change.changing(name, wanted, found.get(), fields));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void print(PrintStream out) {
        for (Change change : changes) {
            out.println(change.title());
            change.fields().forEach(field -> out.println("    " + field));
            if (change.concerns(ownPolicy)) {
                out.println(
                        "    ! this connection uses that policy itself: done last, and perhaps the connection string"
                                + " is not valid any more");
            }
        }
        out.printf(
                "%d to add, %d to change, %d to remove, %d as declared%n",
                count(Change.Kind.ADD), count(Change.Kind.CHANGE), count(Change.Kind.REMOVE), unchanged);
    }

    private long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
