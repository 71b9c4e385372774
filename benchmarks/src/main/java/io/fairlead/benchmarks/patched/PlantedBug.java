package io.fairlead.benchmarks.patched;

import io.fairlead.endtoend.ServerFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A change to one source file of the service that breaks a promise. It is written down as the text to be replaced and
 * the text to put in its place: a source that has changed since is noticed instead of patched by guess.
 *
 * @param source below the top of the project
 */
public record PlantedBug(String source, String correct, String wrong) {
    private static final String SOURCE = "source: ";
    private static final String REPLACE = "--- replace\n";
    private static final String BY = "--- by\n";

    /** The bug of this name in {@code benchmarks/planted}. */
    public static PlantedBug named(String name) {
        String text = read(Project.resolve("benchmarks/planted/" + name + ".txt"));
        String source =
                text.lines().filter(line -> line.startsWith(SOURCE)).findFirst().orElseThrow();
        String[] change =
                text.substring(text.indexOf(REPLACE) + REPLACE.length()).split(BY, 2);
        return new PlantedBug(source.substring(SOURCE.length()), change[0], change[1]);
    }

    /** Makes a server folder with this bug. */
    public ServerFolder into(ServerFolder sound, Path folder) {
        Path path = Project.resolve(source);
        return PatchedServer.make(sound, folder, path.getFileName().toString(), broken(read(path)));
    }

    private String broken(String sound) {
        if (sound.split(Pattern.quote(correct), -1).length != 2) {
            throw new IllegalStateException("%s no longer holds exactly once:%n%s".formatted(source, correct));
        }
        return sound.replace(correct, wrong);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
