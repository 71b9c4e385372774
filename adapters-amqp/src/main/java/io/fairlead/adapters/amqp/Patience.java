package io.fairlead.adapters.amqp;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for one thing at a time, and closes the connection on which it does not come. */
final class Patience {
    private Future<?> tooLate;

    /** Waits for something else from now on. */
    void begin(ChannelHandlerContext context, Duration time) {
        end();
        tooLate = context.executor().schedule(() -> context.close(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits no more. */
    void end() {
        if (tooLate != null) tooLate.cancel(false);
    }
}
