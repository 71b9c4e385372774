package io.fairlead.adapters.wire.text;

/** What strangers sent, on its way into a log: bounded, and nothing but printable ASCII. */
public final class LogText {
    private LogText() {}

    /** The text, cut after so many characters, with a question mark for whatever could forge a line. */
    public static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + "...";
        return cut.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
