package io.fairlead.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the build made and that servers run from. */
public record ServerFolder(Path path) {

    /** The one of this build, seen from this module, from a sibling, or from the top. */
    public static ServerFolder ofThisBuild() {
        return Stream.of("target/server", "../bootstrap/target/server", "bootstrap/target/server")
                .map(place -> Path.of(place).toAbsolutePath().normalize())
                .filter(place -> Files.exists(place.resolve("fairlead.jsa")))
                .findFirst()
                .map(ServerFolder::new)
                .orElseThrow(
                        () -> new IllegalStateException("There is no server folder; build it with: ./fairlead build"));
    }

    /** The command that {@code ./fairlead} ends in. */
    List<String> command(List<String> jvmOptions, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + path.resolve("jvm.options"));
        command.add("-XX:SharedArchiveFile=" + path.resolve("fairlead.jsa"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", path.resolve("fairlead.jar").toString()));
        command.addAll(List.of(words));
        return command;
    }
}
