package io.fairlead.adapters.sealing;

/** A stored secret cannot be decrypted. The message says where it stands and why, and shows nothing of it. */
public final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenSeal(String place, String why) {
        super("the secret at " + place + " cannot be read: " + why);
    }
}
