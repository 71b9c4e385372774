package io.fairlead.benchmarks.patched;

import io.fairlead.endtoend.ServerFolder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A private copy of the server folder whose WAR holds one class more, or another one in place of a library's. */
public final class PatchedServer {
    private static final String CLASSES = "WEB-INF/classes";

    private PatchedServer() {}

    /** The copy with a source that is kept in {@code benchmarks}. */
    public static ServerFolder with(ServerFolder sound, Path folder, String source) {
        Path path = Project.resolve("benchmarks").resolve(source);
        try {
            return make(sound, folder, path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param fileName of the Java source */
    static ServerFolder make(ServerFolder sound, Path folder, String fileName, String source) {
        try {
            copy(sound.path(), folder);
            Path work = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-patch"));
            Path file = Files.writeString(work.resolve(fileName), source);
            patch(folder, work, file);
            return new ServerFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void patch(Path folder, Path work, Path source) throws IOException {
        URI war = URI.create("jar:" + folder.resolve("fairlead.war").toUri());
        try (FileSystem content = FileSystems.newFileSystem(war, Map.of())) {
            Path unpacked = work.resolve("war");
            copy(content.getPath("/WEB-INF"), unpacked.resolve("WEB-INF"));
            Path made = Files.createDirectories(work.resolve("classes"));
            compile(source, made, classPath(folder, unpacked));
            copy(made, content.getPath("/" + CLASSES));
        }
    }

    /** What the class sees when it runs: the application, its libraries, and the container's. */
    private static String classPath(Path folder, Path unpacked) throws IOException {
        try (Stream<Path> libraries = Files.list(unpacked.resolve("WEB-INF/lib"));
                Stream<Path> container = Files.list(folder.resolve("runtime"))) {
            return Stream.of(Stream.of(unpacked.resolve(CLASSES)), libraries, container)
                    .flatMap(paths -> paths)
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void compile(Path source, Path into, String classPath) {
        String[] arguments = {
            "--release",
            "17",
            "-parameters",
            "-proc:none",
            "-nowarn",
            "-cp",
            classPath,
            "-d",
            into.toString(),
            source.toString()
        };
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
            throw new IllegalStateException(source + " does not compile");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
