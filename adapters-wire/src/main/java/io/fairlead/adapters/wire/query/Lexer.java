package io.fairlead.adapters.wire.query;

import io.fairlead.adapters.wire.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query text into tokens. Its length is bounded by the caller. */
final class Lexer {
    private static final String SYMBOLS = "()[],.*=<>!";
    private static final List<String> PAIRS = List.of("<=", ">=", "<>", "!=");
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The tokens, the last of them the end. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
        return tokens;
    }

    private Token next() {
        while (at < text.length() && isBlank(text.charAt(at))) at++;
        if (at == text.length()) return new Token(Kind.END, "", at + 1);
        char first = text.charAt(at);
        if (first == '\'') return quoted();
        if (isWordStart(first)) return word();
        if (isDigit(first) || first == '-') return number();
        return symbol(first);
    }

    private Token word() {
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) at++;
        return new Token(Kind.WORD, text.substring(start, at), start + 1);
    }

    private Token number() {
        int start = at++;
        while (at < text.length() && isNumberPart(text.charAt(at), text.charAt(at - 1))) at++;
        String digits = text.substring(start, at);
        if (digits.length() > LONGEST_NUMBER || !digits.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
            throw QuerySyntax.refused(start + 1, "a number such as 5, -1.5 or 2e3 was begun and not ended well");
        }
        return new Token(Kind.NUMBER, digits, start + 1);
    }

    /** A quote inside is written twice, as in SQL. */
    private Token quoted() {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            boolean twice = c == '\'' && at < text.length() && text.charAt(at) == '\'';
            if (c == '\'' && !twice) return new Token(Kind.TEXT, content.toString(), start + 1);
            if (Character.isISOControl(c)) throw QuerySyntax.refused(at, "a control character");
            content.append(c);
            if (twice) at++;
        }
        throw QuerySyntax.refused(start + 1, "a text begins here and its closing quote is missing");
    }

    private Token symbol(char first) {
        int start = at;
        for (String pair : PAIRS) {
            if (text.startsWith(pair, start)) {
                at += 2;
                return new Token(Kind.SYMBOL, pair, start + 1);
            }
        }
        if (SYMBOLS.indexOf(first) < 0) throw QuerySyntax.refused(start + 1, advice(first));
        at++;
        return new Token(Kind.SYMBOL, String.valueOf(first), start + 1);
    }

    private static String advice(char unknown) {
        return unknown == '"'
                ? "texts stand in single quotes, not double ones"
                : "this character has no meaning in a query; texts stand in single quotes";
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isNumberPart(char c, char before) {
        boolean sign = (c == '-' || c == '+') && (before == 'e' || before == 'E');
        return isDigit(c) || c == '.' || Character.isLetter(c) || sign;
    }
}
