package io.fairlead.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param apply whether changes are made, not only shown
 * @param connectionString the environment variable that holds it
 * @param endpoint {@code host} or {@code host:port}
 */
record Arguments(
        boolean apply,
        Path file,
        Path connection,
        Optional<String> connectionString,
        Optional<String> endpoint,
        Optional<Path> authority) {
    private static final Set<String> OPTIONS = Set.of("--connection", "--connection-string-env", "--endpoint", "--ca");
    private static final int COMMAND_AND_FILE = 2;

    /** The command line cannot be understood. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    static Arguments parse(List<String> words) {
        if (words.size() < COMMAND_AND_FILE || !Set.of("plan", "apply").contains(words.get(0))) {
            throw new Misuse("say plan or apply, and a file");
        }
        Map<String, String> options = options(words.subList(COMMAND_AND_FILE, words.size()));
        return new Arguments(
                words.get(0).equals("apply"),
                Path.of(words.get(1)),
                Path.of(options.getOrDefault("--connection", "data/connection.properties")),
                Optional.ofNullable(options.get("--connection-string-env")),
                Optional.ofNullable(options.get("--endpoint")),
                Optional.ofNullable(options.get("--ca")).map(Path::of));
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int at = 0; at < words.size(); at += 2) {
            String name = words.get(at);
            if (!OPTIONS.contains(name)) {
                throw new Misuse("'" + name + "' is no option");
            }
            if (at + 1 == words.size()) {
                throw new Misuse(name + " needs a value");
            }
            options.put(name, words.get(at + 1));
        }
        return options;
    }
}
