package io.fairlead.adapters.json;

/** Names from a text, fit to be repeated in a message or a log line: short, printable, quoted. */
final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    static String name(String name) {
        StringBuilder shown = new StringBuilder("\"");
        name.codePoints().limit(LONGEST).map(Quoted::printable).forEach(shown::appendCodePoint);
        return shown.append(name.codePointCount(0, name.length()) > LONGEST ? "…\"" : "\"")
                .toString();
    }

    private static int printable(int point) {
        return point > ' ' && point < 0x7f && point != '"' && point != '<' && point != '>' ? point : '?';
    }
}
