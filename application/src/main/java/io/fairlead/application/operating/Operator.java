package io.fairlead.application.operating;

/**
 * Who does something to the service, as far as it can know.
 *
 * @param policy the name of the access policy under whose key the request was signed
 */
public record Operator(String policy) {
    /** The settings of the server, at its start. */
    public static final Operator SETTINGS = new Operator("settings");
}
