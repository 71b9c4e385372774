package io.fairlead.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file: sections of records by name.
 *
 * @param sections {@code hubs}, {@code policies} and so on
 */
record Declaration(Map<Section, Declared> sections) {
    /** Larger files are somebody's mistake. */
    private static final long LARGEST = 8L * 1024 * 1024;

    static Declaration read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CliProblem(file + " is larger than " + LARGEST + " bytes");
            }
            return parse(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new CliProblem(file + " is not UTF-8");
        } catch (IOException e) {
            throw new CliProblem(file + " cannot be read");
        }
    }

    /** @param name how the file is called in problems */
    static Declaration parse(String name, String text) {
        return new YamlReader(name)
                .read(text)
                .map(root -> new Declaration(sections(root)))
                .orElseGet(() -> new Declaration(Map.of()));
    }

    private static Map<Section, Declared> sections(Declared root) {
        root.members()
                .forEach((name, section) -> Section.named(name)
                        .orElseThrow(() -> section.problem("'" + name + "' is no section; there are " + names())));
        Map<Section, Declared> sections = root.members().entrySet().stream()
                .filter(entry -> entry.getValue().value() != null)
                .collect(Collectors.toMap(entry -> Section.named(entry.getKey()).orElseThrow(), Map.Entry::getValue));
        sections.forEach(Section::records);
        return sections;
    }

    private static String names() {
        return Arrays.stream(Section.values()).map(Section::title).collect(Collectors.joining(", "));
    }

    /** The records of a section by name. */
    Map<String, Declared> records(Section section) {
        return Optional.ofNullable(sections.get(section)).map(section::records).orElse(Map.of());
    }
}
