package io.fairlead.domain.identity;

import java.util.regex.Pattern;

/** The one place that says how a malformed id is refused: with its name, its rule, and never its whole text. */
final class Grammar {
    private static final int SHOWN = 40;

    private final String noun;
    private final Pattern pattern;
    private final String rule;

    Grammar(String noun, String regex, String rule) {
        this.noun = noun;
        this.pattern = Pattern.compile(regex);
        this.rule = rule;
    }

    String check(String text) {
        if (!matches(text)) {
            throw new IllegalArgumentException(noun + " '" + shown(text) + "' is not valid: it must be " + rule);
        }
        return text;
    }

    boolean matches(String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static String shown(String text) {
        String clean = String.valueOf(text).replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
    }
}
