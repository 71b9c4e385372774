package io.fairlead.bootstrap.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTest {

    @ParameterizedTest
    @CsvSource({
        "SEVERE, jakarta.enterprise.web, true",
        "WARNING, , true",
        "INFO, jakarta.enterprise.web, false",
        "INFO, io.fairleads.Other, false",
        "INFO, , false",
        "INFO, io.fairlead.bootstrap.runtime.ServiceLifecycle, true"
    })
    void consoleFilterShouldKeepWarningsAndWhatFairleadHasToTell(String level, String logger, boolean kept) {
        LogRecord line = new LogRecord(Level.parse(level), "text");
        line.setLoggerName(logger);

        assertThat(new ConsoleFilter().isLoggable(line)).isEqualTo(kept);
    }
}
