package io.fairlead.cli;

import io.fairlead.adapters.json.JsonText;
import java.nio.charset.StandardCharsets;

/**
 * One field that is not as it is declared, as it is shown.
 *
 * @param path names joined by dots
 * @param is what the service holds; empty when nothing
 * @param wanted what is declared; empty when it is to be removed
 */
record FieldChange(String path, String is, String wanted) {
    private static final int LONGEST = 200;

    static FieldChange of(String path, Object is, Object wanted) {
        return new FieldChange(path, words(is), words(wanted));
    }

    /** Of a secret nothing is shown. */
    static FieldChange secret(String path, boolean isThere) {
        return isThere ? new FieldChange(path, "***", "*** (another)") : new FieldChange(path, "", "***");
    }

    private static String words(Object tree) {
        if (tree == null) {
            return "";
        }
        String text = new String(JsonText.write(tree), StandardCharsets.UTF_8);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    @Override
    public String toString() {
        if (is.isEmpty()) {
            return path + ": " + wanted;
        }
        return path + ": " + is + " -> " + (wanted.isEmpty() ? "(nothing)" : wanted);
    }
}
