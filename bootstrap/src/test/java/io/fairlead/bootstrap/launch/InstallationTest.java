package io.fairlead.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("config/branding"));
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("config/domain.xml"), "as installed");
        Files.writeString(folder.resolve("config/branding/name"), "a");
    }

    @Test
    void copyMutablePartToShouldForgetWhatTheLastRunLeftBehind() throws IOException {
        Path run = data.resolve("run");
        Installation installation = new Installation(folder);
        installation.copyMutablePartTo(run);
        Files.writeString(run.resolve("config/domain.xml"), "with an application");
        Files.createDirectories(run.resolve("applications/fairlead"));
        Files.writeString(run.resolve("applications/fairlead/old"), "x");

        installation.copyMutablePartTo(run);

        assertThat(run.resolve("config/domain.xml")).hasContent("as installed");
        assertThat(run.resolve("config/branding/name")).hasContent("a");
        assertThat(run.resolve("applications")).doesNotExist();
        assertThat(folder.resolve("config/domain.xml")).hasContent("as installed");
    }

    @Test
    void copyMutablePartToShouldNotFollowALinkOutOfTheFolder() throws IOException {
        Path precious = Files.writeString(
                Files.createDirectory(data.resolve("precious")).resolve("file"), "keep me");
        Path run = Files.createDirectory(data.resolve("run"));
        Files.createSymbolicLink(run.resolve("link"), precious.getParent());

        new Installation(folder).copyMutablePartTo(run);

        assertThat(precious).hasContent("keep me");
    }
}
