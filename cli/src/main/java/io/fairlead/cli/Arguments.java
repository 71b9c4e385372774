package io.fairlead.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param verb what is to be done
 * @param file what is declared; empty where nothing is
 * @param connectionString the environment variable that holds it
 * @param endpoint {@code host} or {@code host:port}
 */
record Arguments(
        Verb verb,
        Optional<Path> file,
        Path connection,
        Optional<String> connectionString,
        Optional<String> endpoint,
        Optional<Path> authority) {
    private static final Set<String> OPTIONS = Set.of("--connection", "--connection-string-env", "--endpoint", "--ca");

    /** What can be done. */
    enum Verb {
        PLAN,
        APPLY,
        REENCRYPT;

        private static Optional<Verb> of(String word) {
            return Arrays.stream(values())
                    .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }

        /** How many words come before the options. */
        private int words() {
            return this == REENCRYPT ? 1 : 2;
        }
    }

    /** The command line cannot be understood. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    static Arguments parse(List<String> words) {
        Verb verb = words.stream()
                .findFirst()
                .flatMap(Verb::of)
                .filter(known -> words.size() >= known.words())
                .orElseThrow(() -> new Misuse("say plan or apply and a file, or reencrypt"));
        Map<String, String> options = options(words.subList(verb.words(), words.size()));
        return new Arguments(
                verb,
                verb == Verb.REENCRYPT ? Optional.empty() : Optional.of(Path.of(words.get(1))),
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
