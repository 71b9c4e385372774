package io.fairlead.adapters.sealing;

/** Encrypts and decrypts the secrets of one row; each is bound to the row and to its own name there. */
public final class RowSeal {
    private final Sealing sealing;
    private final String row;

    RowSeal(Sealing sealing, String row) {
        this.sealing = sealing;
        this.row = row;
    }

    /**
     * The secret as it is to be stored.
     *
     * @param name the column, or the member of a stored document
     */
    public String seal(String name, String secret) {
        return sealing.seal(place(name), secret);
    }

    /**
     * The secret that was stored.
     *
     * @throws BrokenSeal when it is not encrypted, was changed, was sealed for another place, or with a key that this
     *     service does not have
     */
    public String open(String name, String stored) {
        return sealing.open(place(name), stored);
    }

    /** The same secret under the key that encrypts now; the text itself when it is that already or no sealed text. */
    public String renew(String name, String stored) {
        return sealing.isOutdated(stored) ? seal(name, open(name, stored)) : stored;
    }

    private String place(String name) {
        return row + "/" + name;
    }
}
