package io.fairlead.domain.operating;

/**
 * The credentials under which this service administers a hub: a connection string. Prints as {@code ***}.
 *
 * @param value 1 to 1024 characters
 */
public record HubSecret(String value) {
    private static final int LONGEST = 1024;

    public HubSecret {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a hub's connection string has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
