package io.fairlead.domain.identity;

import java.util.function.Predicate;

/** The one place that says how a malformed id is refused: with its name, its rule, and never its whole text. */
final class Grammar {
    private static final int SHOWN = 40;

    private final String noun;
    private final Predicate<String> form;
    private final String rule;

    /** @param form asked only about texts that are there */
    Grammar(String noun, Predicate<String> form, String rule) {
        this.noun = noun;
        this.form = form;
        this.rule = rule;
    }

    /** So many characters of one alphabet, at least one. */
    static Predicate<String> word(Alphabet alphabet, int longest) {
        return text -> !text.isEmpty() && text.length() <= longest && alphabet.spells(text, 0, text.length());
    }

    /** A word whose first and last characters are of narrower alphabets; a single one is a first one. */
    static Predicate<String> word(Alphabet first, Alphabet inner, Alphabet last, int longest) {
        return text -> {
            int end = text.length() - 1;
            return end >= 0
                    && end < longest
                    && first.has(text.charAt(0))
                    && (end == 0 || inner.spells(text, 1, end) && last.has(text.charAt(end)));
        };
    }

    String check(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException(noun + " '" + shown(text) + "' is not valid: it must be " + rule);
        }
        return text;
    }

    boolean matches(String text) {
        return text != null && form.test(text);
    }

    private static String shown(String text) {
        String clean = String.valueOf(text).replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }
}
