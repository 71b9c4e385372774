package io.fairlead.adapters.rest.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of refused requests. A line has the tracking id, method and path, and the reason that the client is told:
 * bounded and printable whatever the client sent, and never a query string, header or body, since those hold secrets.
 */
final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int LONGEST_METHOD = 10;
    private static final int LONGEST_PATH = 200;
    private static final int LONGEST_MESSAGE = 500;

    private RefusalLog() {}

    /** Writes one line; with the stack of its cause when the service itself has failed. */
    static void write(String method, String path, Refusal refusal, String trackingId) {
        String line = "refused " + clean(method, LONGEST_METHOD)
                + " " + clean(path, LONGEST_PATH)
                + ": " + refusal.code().code()
                + " " + clean(refusal.message(), LONGEST_MESSAGE)
                + " trackingId=" + trackingId;
        if (refusal.code().status() >= 500 && refusal.cause().isPresent())
            LOG.error(line, refusal.cause().get());
        else LOG.info(line);
    }

    private static String clean(String text, int longest) {
        String cut = text.length() <= longest ? text : text.substring(0, longest) + "...";
        return cut.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
