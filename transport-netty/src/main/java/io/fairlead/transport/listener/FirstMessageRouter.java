package io.fairlead.transport.listener;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Services that share a port: the first decoded message of a connection says whose it is. Whoever claims it adds its
 * handlers and gets that message as its first; a connection that nobody claims, or that says nothing in time, is closed.
 */
public final class FirstMessageRouter extends ChannelInboundHandlerAdapter {
    private final List<Route> routes;
    private final Duration patience;
    private Future<?> tooLate;

    /**
     * @param routes asked in this order
     * @param patience how long the first message may take
     */
    public FirstMessageRouter(List<Route> routes, Duration patience) {
        this.routes = List.copyOf(routes);
        this.patience = patience;
    }

    /** One service behind the port. */
    public interface Route {
        /** Whether this first message is for it. Must neither change nor release the message. */
        boolean claims(Object first);

        /** Adds its handlers at the end. */
        void take(ChannelHandlerContext context);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        tooLate = context.executor().schedule(() -> context.close(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        tooLate.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object first) {
        Optional<Route> route = routes.stream().filter(it -> it.claims(first)).findFirst();
        if (route.isEmpty()) {
            ReferenceCountUtil.release(first);
            context.close();
            return;
        }
        route.get().take(context);
        context.fireChannelRead(first);
        context.pipeline().remove(this);
    }

    /** Who has not said a word has nothing under way. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == Closing.NOW) context.close();
        else context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
