package io.fairlead.bootstrap.settings;

/** A setting that cannot be used as written; the message names it as its author knows it and says what would be right. */
public final class SettingsProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsProblem(String message) {
        super(message);
    }
}
