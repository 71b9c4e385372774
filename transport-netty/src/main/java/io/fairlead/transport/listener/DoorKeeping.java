package io.fairlead.transport.listener;

import io.fairlead.transport.limit.ConnectionGate;
import io.fairlead.transport.limit.TurnedAway;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Stands on the listening side: a connection over the limits is closed before anything is spent on it. */
@Sharable
final class DoorKeeping extends ChannelInboundHandlerAdapter {
    private final ConnectionGate gate;
    private final ConnectionObserver observer;

    DoorKeeping(ConnectionGate gate, ConnectionObserver observer) {
        this.gate = gate;
        this.observer = observer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel connection = (Channel) accepted;
        if (connection.remoteAddress() instanceof InetSocketAddress from) {
            admit(context, connection, from.getAddress());
        } else {
            // It has hung up already.
            connection.unsafe().closeForcibly();
        }
    }

    private void admit(ChannelHandlerContext context, Channel connection, InetAddress from) {
        Optional<TurnedAway> refusal = gate.enter(from);
        if (refusal.isPresent()) {
            connection.unsafe().closeForcibly();
            observer.turnedAway(refusal.get());
        } else {
            connection.closeFuture().addListener(closed -> gate.leave(from));
            context.fireChannelRead(connection);
        }
    }
}
