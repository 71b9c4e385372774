package io.fairlead.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement as PostgreSQL logged it.
 *
 * @param backend the process that executed it
 * @param sql with {@code $1} and so on
 * @param parameters as text, null for SQL's null
 */
record LoggedStatement(int backend, String sql, List<String> parameters) {
    private static final Pattern EXECUTE =
            Pattern.compile("^(\\d+)~LOG:\\s+(?:execute [^:]+|statement): (.*)", Pattern.DOTALL);
    private static final Pattern DETAIL = Pattern.compile("^(\\d+)~DETAIL:\\s+[Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+ = (NULL|'((?:[^']|'')*)')", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("\\s*(?:insert into|update)\\s+([\\w.]+)");
    private static final Pattern ENTRY = Pattern.compile("^\\d+~.*", Pattern.DOTALL);

    /** The statements of a log, in its order. */
    static List<LoggedStatement> in(List<String> lines) {
        List<LoggedStatement> statements = new ArrayList<>();
        for (String entry : entries(lines)) {
            Matcher execute = EXECUTE.matcher(entry);
            Matcher detail = DETAIL.matcher(entry);
            if (execute.matches()) {
                statements.add(new LoggedStatement(
                        Integer.parseInt(execute.group(1)), execute.group(2).strip(), List.of()));
            } else if (detail.matches()) {
                addParameters(statements, Integer.parseInt(detail.group(1)), parameters(detail.group(2)));
            }
        }
        return statements;
    }

    /** To the last statement of this backend: another one's may stand between. */
    private static void addParameters(List<LoggedStatement> statements, int backend, List<String> parameters) {
        for (int index = statements.size() - 1; index >= 0; index--) {
            LoggedStatement statement = statements.get(index);
            if (statement.backend() == backend) {
                statements.set(index, new LoggedStatement(backend, statement.sql(), parameters));
                return;
            }
        }
    }

    /** Lines that do not begin an entry go on with the one before. */
    private static List<String> entries(List<String> lines) {
        List<String> entries = new ArrayList<>();
        for (String line : lines) {
            if (ENTRY.matcher(line).matches()) {
                entries.add(line);
            } else if (!entries.isEmpty()) {
                entries.set(entries.size() - 1, entries.get(entries.size() - 1) + "\n" + line);
            }
        }
        return entries;
    }

    private static List<String> parameters(String text) {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2);
            parameters.add(value == null ? null : value.replace("''", "'"));
        }
        return parameters;
    }

    boolean isBegin() {
        return sql.startsWith("BEGIN");
    }

    boolean isCommit() {
        return sql.equals("COMMIT");
    }

    boolean isWrite() {
        return sql.matches("(?is)\\s*(insert|update|delete)\\b.*");
    }

    /** The table that an insert or update writes to; empty for all else. */
    Optional<String> target() {
        Matcher matcher = TARGET.matcher(sql);
        return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** As JDBC writes it. */
    String jdbc() {
        return sql.replaceAll("\\$\\d+", "?");
    }
}
