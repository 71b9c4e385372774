package io.fairlead.bootstrap.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshFilesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-03T10:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();

    @TempDir
    Path folder;

    private Path one;
    private Path two;
    private FreshFiles<String> files;

    @BeforeEach
    void write() throws IOException {
        one = Files.writeString(folder.resolve("one"), "a");
        two = Files.writeString(folder.resolve("two"), "a");
        files = new FreshFiles<>(List.of(one, two), this::read, now::get);
    }

    /** Two files that belong together, as a certificate and its key do. */
    private String read() throws IOException {
        reads.incrementAndGet();
        String text = Files.readString(one);
        if (!text.equals(Files.readString(two))) throw new IllegalArgumentException("they do not belong together");
        return text;
    }

    @Test
    void getShouldReadAgainWhenAFileChangedAndNotBefore() throws IOException {
        pass(5);
        assertThat(files.get()).isEqualTo("a");
        assertThat(reads).hasValue(1);

        Files.writeString(one, "bb");
        Files.writeString(two, "bb");
        assertThat(files.get()).as("looked at every two seconds").isEqualTo("a");
        pass(2);
        assertThat(files.get()).isEqualTo("bb");
        assertThat(reads).hasValue(2);
    }

    @Test
    void getShouldKeepWhatWasReadWhileTheFilesCannotBeUsed() throws IOException {
        Files.writeString(one, "ccc");
        pass(2);
        assertThat(files.get()).isEqualTo("a");
        Files.delete(two);
        pass(2);
        assertThat(files.get()).isEqualTo("a");
        Files.writeString(two, "ccc");
        pass(2);
        assertThat(files.get()).isEqualTo("ccc");
    }

    @Test
    void filesThatCannotBeUsedAtFirstShouldBeAProblem() {
        assertThatThrownBy(() -> new FreshFiles<>(List.of(folder.resolve("none")), this::read, now::get))
                .isInstanceOf(NoSuchFileException.class);
    }

    private void pass(int seconds) {
        now.updateAndGet(before -> before.plusSeconds(seconds));
    }
}
