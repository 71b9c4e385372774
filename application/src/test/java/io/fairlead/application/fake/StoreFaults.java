package io.fairlead.application.fake;

/**
 * Hears of every unit of work before it begins and after it has committed, and may throw at either moment: a {@link
 * io.fairlead.application.port.StoreException} for a database that fails, anything else for a node that dies.
 */
public interface StoreFaults {
    /** No fault ever. */
    StoreFaults NONE = call -> {};

    /** What is about to happen, or just has. */
    enum Call {
        BEFORE_READ,
        AFTER_READ,
        BEFORE_WRITE,
        /** The write is durable; a fault now is a lost answer. */
        AFTER_COMMIT
    }

    void at(Call call);
}
