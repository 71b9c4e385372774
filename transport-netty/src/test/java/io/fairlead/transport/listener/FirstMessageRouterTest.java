package io.fairlead.transport.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FirstMessageRouterTest {
    private final Taker numbers = new Taker(Integer.class);
    private final Taker texts = new Taker(String.class);
    private final EmbeddedChannel connection = new EmbeddedChannel();

    FirstMessageRouterTest() {
        connection.freezeTime();
        connection.pipeline().addLast(new FirstMessageRouter(List.of(numbers, texts), Duration.ofSeconds(5)));
    }

    @Test
    void firstMessageShouldDecideWhoGetsAll() {
        connection.writeInbound("a", "b");

        assertThat(texts.taken).containsExactly("a", "b");
        assertThat(numbers.taken).isEmpty();
    }

    @Test
    void connectionShouldBeClosedWhenNobodyWantsIt() {
        connection.writeInbound(1.5);

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void connectionShouldBeClosedWhenItSaysNothingInTime() {
        connection.advanceTimeBy(5, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void connectionThatHasSpokenShouldStay() {
        connection.writeInbound("a");
        connection.advanceTimeBy(1, TimeUnit.HOURS);
        connection.runScheduledPendingTasks();

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void connectionThatHasSaidNothingShouldCloseWhenTheServiceStops() {
        connection.pipeline().fireUserEventTriggered(Closing.NOW);

        assertThat(connection.isOpen()).isFalse();
    }

    private static final class Taker implements FirstMessageRouter.Route {
        private final Class<?> wanted;
        private final List<Object> taken = new ArrayList<>();

        Taker(Class<?> wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean claims(Object first) {
            return wanted.isInstance(first);
        }

        @Override
        public void take(ChannelHandlerContext context) {
            context.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext own, Object message) {
                    taken.add(message);
                }
            });
        }
    }
}
