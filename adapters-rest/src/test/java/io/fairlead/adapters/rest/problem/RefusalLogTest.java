package io.fairlead.adapters.rest.problem;

import static io.fairlead.adapters.rest.server.Slice.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.adapters.rest.server.Answer;
import io.fairlead.adapters.rest.server.Slice;
import io.fairlead.application.problem.Problem;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private static final Logger LOG = Logger.getLogger(RefusalLog.class.getName());

    private final List<LogRecord> lines = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Slice slice;

    @BeforeEach
    void listen() {
        slice = new Slice();
        LOG.addHandler(listener);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        LOG.removeHandler(listener);
        LOG.setUseParentHandlers(true);
        slice.close();
    }

    @Test
    void refusalsShouldLeaveOneLineWithTheTrackingIdAndNoSecret() {
        slice.devices.refuse(Problem.Kind.UNAUTHENTICATED, "the signature does not match");

        Answer answer = slice.register("dev-1", "{\"payload\":\"body-secret\"}")
                .header("X-Other", "header-secret")
                .send();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getMessage())
                .isEqualTo("refused PUT /0ne00FAIR01/registrations/dev-1/register: 401002 the signature does not match "
                        + "trackingId=" + answer.header("x-ms-request-id"));
        assertThat(lines.get(0).getLevel()).isEqualTo(Level.INFO);
    }

    @Test
    void refusalsShouldNotLogTheQueryStringSinceTokensEndThereByMistake() {
        slice.asOwner("GET", "/enrollments/a?api-version=x&sig=secret-signature")
                .send();

        assertThat(lines.get(0).getMessage()).doesNotContain("secret").contains("GET /enrollments/a:");
    }

    @Test
    void refusalsShouldBeOneShortPrintableLineWhateverThePathHolds() {
        slice.request("GET", "/" + "x".repeat(3000) + "%0d%0aforged?" + VERSION).send();
        slice.request("GET", "/a%0d%0aforged%1b%5b31m?" + VERSION).send();

        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line.getMessage()).matches("[ -~]{1,800}").doesNotContain("\n"));
    }

    @Test
    void accidentsShouldBeLoggedWithTheirStackUnderTheTrackingIdOfTheAnswer() {
        slice.devices.fail(new IllegalStateException("the cause"));

        Answer answer = slice.register("dev-1", "{}").send();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getLevel()).isEqualTo(Level.SEVERE);
        assertThat(lines.get(0).getMessage()).contains(answer.header("x-ms-request-id"));
        assertThat(lines.get(0).getThrown()).hasMessage("the cause");
    }

    @Test
    void goodRequestsShouldLeaveNoLine() {
        slice.asOwner("PUT", "/enrollments/a?" + VERSION)
                .json("{\"registrationId\":\"a\",\"attestation\":{\"type\":\"symmetricKey\"}}")
                .send();

        assertThat(lines).isEmpty();
    }
}
