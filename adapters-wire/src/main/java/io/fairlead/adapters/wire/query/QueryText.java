package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.query.Token.Kind;
import io.fairlead.application.problem.ProvisioningException;
import io.fairlead.application.query.Condition;
import io.fairlead.domain.enrollment.EnrollmentGroup;
import io.fairlead.domain.enrollment.IndividualEnrollment;
import io.fairlead.domain.registration.DeviceRegistration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a query. DPS takes any text and returns everything; here nothing, {@code *} and {@code SELECT * FROM …} do
 * so too, and a {@code WHERE} is applied.
 *
 * <p>Each method throws {@link ProvisioningException}, invalid, with the position, when a text cannot be understood.
 */
public final class QueryText {
    /** Characters of a query. */
    public static final int LONGEST = 8192;

    private QueryText() {}

    /** What is asked of individual enrollments. */
    public static Condition<IndividualEnrollment> enrollments(String text) {
        return condition(text, RecordFields.INDIVIDUAL);
    }

    /** What is asked of enrollment groups. */
    public static Condition<EnrollmentGroup> groups(String text) {
        return condition(text, RecordFields.GROUP);
    }

    /** What is asked of registration records. */
    public static Condition<DeviceRegistration> registrations(String text) {
        return condition(text, RecordFields.REGISTRATION);
    }

    private static <T> Condition<T> condition(String text, QueryFields<T> fields) {
        if (text.length() > LONGEST) {
            throw QuerySyntax.refused(LONGEST + 1, "a query has at most " + LONGEST + " characters");
        }
        Tokens tokens = new Tokens(Lexer.tokens(text));
        Condition<T> condition = tokens.peek().is("SELECT") ? selected(tokens, fields) : everything(tokens);
        if (tokens.peek().kind() != Kind.END) throw QuerySyntax.expected("the end of the query", tokens.peek());
        return condition;
    }

    private static <T> Condition<T> everything(Tokens tokens) {
        if (!tokens.takeIf("*") && tokens.peek().kind() != Kind.END) {
            throw QuerySyntax.expected("SELECT * FROM, or * alone", tokens.peek());
        }
        return new Condition.Everything<>();
    }

    private static <T> Condition<T> selected(Tokens tokens, QueryFields<T> fields) {
        tokens.demand("SELECT", "SELECT");
        tokens.demand("*", "*, since records are returned whole");
        tokens.demand("FROM", "FROM");
        Set<String> aliases = source(tokens);
        if (!tokens.takeIf("WHERE")) return new Condition.Everything<>();
        return new ConditionParser<>(tokens, new FieldReader<>(fields, aliases)).condition();
    }

    /** What stands after FROM: any name, since the address of the query says what is asked, and perhaps another for it. */
    private static Set<String> source(Tokens tokens) {
        Set<String> names = new HashSet<>();
        do {
            names.add(name(tokens));
        } while (tokens.takeIf("."));
        if (tokens.takeIf("AS") || isAlias(tokens.peek())) names.add(name(tokens));
        return names;
    }

    private static boolean isAlias(Token token) {
        return token.kind() == Kind.WORD && !token.is("WHERE");
    }

    private static String name(Tokens tokens) {
        Token token = tokens.take();
        return token.name()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> QuerySyntax.expected("a name after FROM", token));
    }
}
