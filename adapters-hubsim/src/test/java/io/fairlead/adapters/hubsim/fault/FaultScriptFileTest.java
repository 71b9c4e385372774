package io.fairlead.adapters.hubsim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.application.fake.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultScriptFileTest {
    private static final Duration LONG_ENOUGH = Duration.ofMillis(200);

    @TempDir
    Path directory;

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-22T10:00:00Z"));
    private Path file;
    private FaultScriptFile scripts;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("faults.txt");
        scripts = new FaultScriptFile(file, clock);
    }

    @Test
    void scriptShouldBeEmptyWhenThereIsNoFile() {
        assertThat(scripts.get().size()).isZero();
    }

    @Test
    void scriptShouldFollowTheFile() throws IOException {
        write("* * down");
        assertThat(rules()).isEqualTo(1);
        write("* * down\n* * refused\n");
        assertThat(rules()).isEqualTo(2);
        Files.delete(file);
        assertThat(rules()).isZero();
        write("* * full");
        assertThat(rules()).isEqualTo(1);
    }

    @Test
    void fileShouldNotBeLookedAtMoreThanFiveTimesASecond() throws IOException {
        assertThat(rules()).isZero();
        write("* * down");
        clock.advance(LONG_ENOUGH.minusMillis(1));
        assertThat(scripts.get().size()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(scripts.get().size()).isEqualTo(1);
    }

    @Test
    void scriptShouldStayWhenTheFileBecomesUnusable() throws IOException {
        write("* * down");
        assertThat(rules()).isEqualTo(1);
        write("* * refused\n* * full\nnonsense");
        assertThat(rules()).isEqualTo(1);
        Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28});
        assertThat(rules()).isEqualTo(1);
        write("* * refused\n* * full");
        assertThat(rules()).isEqualTo(2);
    }

    @Test
    void scriptShouldBeTheSameWhenTheFileIs() throws IOException {
        write("* * down count=1");
        rules();
        FaultScript before = scripts.get();
        clock.advance(LONG_ENOUGH);
        assertThat(scripts.get()).isSameAs(before);
    }

    @Test
    void scriptShouldStayWhenItsPathBecomesADirectory() throws IOException {
        write("* * down");
        assertThat(rules()).isEqualTo(1);
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(rules()).isEqualTo(1);
    }

    private int rules() {
        clock.advance(LONG_ENOUGH);
        return scripts.get().size();
    }

    private void write(String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
