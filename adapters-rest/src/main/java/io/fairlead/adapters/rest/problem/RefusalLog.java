package io.fairlead.adapters.rest.problem;

import io.fairlead.adapters.wire.problem.ErrorCode;
import io.fairlead.adapters.wire.text.LogText;
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

    /** Writes one line, for too many requests only when debugging; with the stack of its cause when the service itself has failed. */
    static void write(String method, String path, Refusal refusal, String trackingId) {
        // What is refused to spare the service must not fill its log.
        if (refusal.code() == ErrorCode.THROTTLED && !LOG.isDebugEnabled()) return;
        String line = "refused " + LogText.clean(method, LONGEST_METHOD)
                + " " + LogText.clean(path, LONGEST_PATH)
                + ": " + refusal.code().code()
                + " " + LogText.clean(refusal.message(), LONGEST_MESSAGE)
                + " trackingId=" + trackingId;
        if (refusal.code() == ErrorCode.THROTTLED) LOG.debug(line);
        else if (refusal.code().status() >= 500 && refusal.cause().isPresent())
            LOG.error(line, refusal.cause().get());
        else LOG.info(line);
    }
}
