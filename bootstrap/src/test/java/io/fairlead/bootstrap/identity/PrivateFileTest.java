package io.fairlead.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    Path directory;

    @Test
    void readShouldBeEmptyWhenThereIsNoFile() {
        assertThat(new PrivateFile(directory.resolve("none")).read()).isEmpty();
    }

    @Test
    void writeShouldReplaceAFileThatOthersCouldRead() throws IOException {
        Path path = Files.writeString(directory.resolve("file"), "old and longer");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        new PrivateFile(path).write("new");

        assertThat(path).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(entries()).as("no drafts are left").containsExactly(path);
    }

    @Test
    void writeShouldLeaveNoDraftWhenItFails() throws IOException {
        Path occupied =
                Files.createDirectories(directory.resolve("file/inside")).getParent();

        assertThatThrownBy(() -> new PrivateFile(occupied).write("new")).isInstanceOf(UncheckedIOException.class);

        assertThat(entries()).containsExactly(occupied);
    }

    private Stream<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        }
    }
}
