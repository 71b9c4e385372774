package io.fairlead.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoggedStatementTest {
    @Test
    void inShouldReadStatementsOverSeveralLinesWithTheirParameters() {
        List<String> log = List.of(
                "12~LOG:  execute S_1: BEGIN READ ONLY",
                "12~LOG:  execute <unnamed>: insert into t (a, b)",
                "\tvalues ($1, $2)",
                "13~LOG:  execute S_2: select 1",
                "12~DETAIL:  Parameters: $1 = 'it''s', $2 = NULL",
                "12~LOG:  execute S_3: COMMIT");

        List<LoggedStatement> statements = LoggedStatement.in(log);

        assertThat(statements).hasSize(4);
        assertThat(statements.get(0).isBegin()).isTrue();
        assertThat(statements.get(1).isWrite()).isTrue();
        assertThat(statements.get(1).parameters()).isEqualTo(Arrays.asList("it's", null));
        assertThat(statements.get(1).jdbc()).contains("values (?, ?)");
        assertThat(statements.get(3).isCommit()).isTrue();
    }

    @Test
    void summaryShouldCountOnlyWhatConcernsTheDevice() {
        List<LoggedStatement> heard = List.of(
                new LoggedStatement(1, "BEGIN", List.of()),
                new LoggedStatement(1, "insert into t values ($1)", List.of("device-7")),
                new LoggedStatement(2, "select due()", List.of()),
                new LoggedStatement(1, "COMMIT", List.of()));

        assertThat(StatementScore.of("device-7", heard, "").summary())
                .isEqualTo("1 statements, 1 of them writes, in 1 transactions, 1 of them with writes");
    }
}
