package io.fairlead.application.port;

/** The keys that secrets may be encrypted with, by their ids, which are no secrets. */
public interface SecretsKeyBook {
    /** The id of the key that encrypts now. */
    String active();

    /** Forgets all others, because nothing is encrypted with them any more: from then on the service starts without them. */
    void keepOnlyActive();
}
