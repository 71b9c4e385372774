package io.fairlead.bootstrap.demo;

/** Something happened that the story does not tell; the message is the one line that the reader gets. */
public final class StoryDiffers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryDiffers(String message) {
        super(message);
    }

    /** @throws StoryDiffers unless both are equal */
    static void unlessEqual(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new StoryDiffers("%s should be %s but is %s".formatted(what, expected, actual));
        }
    }
}
