package io.fairlead.bootstrap.demo;

import java.io.PrintStream;

/** Tells on the terminal who did what, one line each. */
record Narrator(PrintStream out) {

    void say(String text) {
        out.println(text);
    }

    /** @param why what makes such devices move, in a sentence or two */
    void heading(int number, String title, String why) {
        out.println();
        out.println("%d. %s".formatted(number, title));
        out.println("   " + why.strip().replace("\n", "\n   "));
        out.println();
    }

    void tell(String who, String what) {
        out.println("   %-9s %s".formatted(who, what));
    }
}
