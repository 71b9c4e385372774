package io.fairlead.benchmarks.load;

/** One unit of what is measured, done again and again by several threads, each with a work of its own. */
interface Work extends AutoCloseable {
    /**
     * Does one unit.
     *
     * @return whether there is more to do
     * @throws Exception when it did not succeed: a measurement that hides failures is worth nothing
     */
    boolean once() throws Exception;

    @Override
    default void close() {
        // Most hold nothing.
    }
}
