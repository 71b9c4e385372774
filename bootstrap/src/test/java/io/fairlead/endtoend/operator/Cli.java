package io.fairlead.endtoend.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.endtoend.RunningServer;
import io.fairlead.endtoend.ServerFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own, against a server as shipped. */
final class Cli {
    private Cli() {}

    /** What it printed; it must have ended well. */
    static String run(RunningServer server, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ServerFolder.ofThisBuild().path().resolve("cli") + "/*",
                "io.fairlead.cli.Main"));
        command.addAll(List.of(words));
        command.addAll(List.of(
                "--connection",
                server.dataDirectory().resolve("connection.properties").toString()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
