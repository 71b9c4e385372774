package io.fairlead.bootstrap.runtime;

/** Something that must run before requests can succeed: a database pool, a timer, a transport. */
public interface ServicePart {

    /** What a health answer or a log line calls it: one or two words. */
    String name();

    /** Returns when the part can be used. @throws StartProblem when it cannot, with one line for the operator */
    void start();

    /** Ends what {@link #start()} began; waits for work under way. Called once, and only after a start. */
    void stop();

    /** Whether requests that need this part succeed now. Must answer within a second or two. */
    default boolean isServing() {
        return true;
    }
}
