package io.fairlead.benchmarks.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The transactions that one registration has caused, to be played again for other devices: the floor is what the
 * service does, by construction, and not what somebody once thought it does.
 *
 * @param device the id it was heard for
 * @param transactions in their order
 * @param fresh ids that the registration made and that must be new each time
 */
record StatementScore(String device, List<Transaction> transactions, Set<String> fresh) {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Statements that were committed together; a single one may have been committed by itself. */
    record Transaction(boolean explicit, List<LoggedStatement> statements) {}

    /**
     * The score of what was heard.
     *
     * @param known ids that were there before, as they stand in the device's rows
     */
    static StatementScore of(String device, List<LoggedStatement> heard, String known) {
        List<Transaction> all = transactions(heard);
        Set<String> fresh = new LinkedHashSet<>();
        List<Transaction> own = all.stream()
                .filter(transaction -> concerns(transaction, device, fresh, known))
                .toList();
        return new StatementScore(device, own, fresh);
    }

    private static List<Transaction> transactions(List<LoggedStatement> heard) {
        List<Transaction> all = new ArrayList<>();
        Map<Integer, List<LoggedStatement>> open = new HashMap<>();
        for (LoggedStatement statement : heard) {
            if (statement.isBegin()) {
                List<LoggedStatement> statements = new ArrayList<>();
                open.put(statement.backend(), statements);
                all.add(new Transaction(true, statements));
            } else if (statement.sql().startsWith("COMMIT") || statement.sql().startsWith("ROLLBACK")) {
                open.remove(statement.backend());
            } else if (open.containsKey(statement.backend())) {
                open.get(statement.backend()).add(statement);
            } else {
                all.add(new Transaction(false, List.of(statement)));
            }
        }
        return all;
    }

    /** Also one that names no device but an id that an earlier one has made for it. */
    private static boolean concerns(Transaction transaction, String device, Set<String> fresh, String known) {
        String text = transaction.statements().stream()
                .flatMap(statement -> statement.parameters().stream())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        boolean ours = text.contains(device) || fresh.stream().anyMatch(text::contains);
        if (ours) {
            Matcher ids = UUID_TEXT.matcher(text);
            while (ids.find()) {
                if (!known.contains(ids.group())) {
                    fresh.add(ids.group());
                }
            }
        }
        return ours;
    }

    /** What to put in the place of what, to play this for another device. */
    Map<String, String> replacements(String other) {
        Map<String, String> replacements = new HashMap<>();
        replacements.put(device, other);
        fresh.forEach(id -> replacements.put(id, UUID.randomUUID().toString()));
        return replacements;
    }

    /** Everything that is said, in its order. */
    String text() {
        return transactions.stream().map(StatementScore::text).collect(Collectors.joining());
    }

    private static String text(Transaction transaction) {
        return (transaction.explicit() ? "transaction\n" : "alone\n")
                + transaction.statements().stream()
                        .map(statement -> "    %s %s%n"
                                .formatted(statement.sql().replaceAll("\\s+", " "), statement.parameters()))
                        .collect(Collectors.joining());
    }

    /** In few words: what is written and how often it is committed. */
    String summary() {
        long statements =
                transactions.stream().mapToLong(it -> it.statements().size()).sum();
        long writes = transactions.stream()
                .flatMap(it -> it.statements().stream())
                .filter(LoggedStatement::isWrite)
                .count();
        long commits = transactions.stream()
                .filter(it -> it.statements().stream().anyMatch(LoggedStatement::isWrite))
                .count();
        return "%d statements, %d of them writes, in %d transactions, %d of them with writes"
                .formatted(statements, writes, transactions.size(), commits);
    }
}
