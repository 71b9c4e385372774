package io.fairlead.bootstrap.settings;

/** How many single letters must be added, dropped or changed to turn one word into another. */
final class EditDistance {

    private EditDistance() {}

    static int between(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int letter = 1; letter <= one.length(); letter++) {
            row = next(row, letter, one.charAt(letter - 1), other);
        }
        return row[other.length()];
    }

    private static int[] next(int[] above, int letter, char wanted, String other) {
        int[] row = new int[above.length];
        row[0] = letter;
        for (int column = 1; column < row.length; column++) {
            int changed = above[column - 1] + (wanted == other.charAt(column - 1) ? 0 : 1);
            row[column] = Math.min(changed, Math.min(above[column], row[column - 1]) + 1);
        }
        return row;
    }
}
