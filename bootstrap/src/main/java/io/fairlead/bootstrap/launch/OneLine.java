package io.fairlead.bootstrap.launch;

/** A reason as an operator reads it: one line, whatever the container put into it. */
final class OneLine {

    private static final int LONGEST = 400;

    private OneLine() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
