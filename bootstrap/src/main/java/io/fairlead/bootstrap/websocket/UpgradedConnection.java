package io.fairlead.bootstrap.websocket;

import io.fairlead.transport.websocket.Tunnel;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A connection that is no longer HTTP: carries bytes between the container's streams and a tunnel, and blocks on neither
 * side. The container calls from its threads and holds locks meanwhile, so all is done on the tunnel's own thread, and
 * nothing is guarded.
 *
 * <p>The connection is closed a little later than it could be: the container uses what belongs to it after its call of a
 * listener has returned, and gives it to the next request once it is closed.
 */
public final class UpgradedConnection implements HttpUpgradeHandler, ReadListener, WriteListener, Tunnel.FarEnd {
    private static final int READ_BYTES = 8192;

    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Function<Tunnel.FarEnd, Optional<Tunnel>> opening = client -> Optional.empty();
    private volatile Consumer<Runnable> later = Runnable::run;
    private volatile Tunnel tunnel;
    private volatile WebConnection connection;

    // From here on all is touched on the tunnel's thread alone.
    private final Deque<byte[]> outgoing = new ArrayDeque<>();
    private final byte[] buffer = new byte[READ_BYTES];
    private ServletInputStream in;
    private ServletOutputStream out;
    private boolean finished;

    /**
     * Says where the connection leads; the container makes this object and calls {@link #init} later.
     *
     * @param soon does something when the container's calls have returned
     */
    void begin(Function<Tunnel.FarEnd, Optional<Tunnel>> where, Consumer<Runnable> soon) {
        opening = where;
        later = soon;
    }

    @Override
    public void init(WebConnection upgraded) {
        connection = upgraded;
        Optional<Tunnel> opened = opening.apply(this);
        if (opened.isPresent()) {
            tunnel = opened.get();
            tunnel.execute(this::listen);
        } else {
            close();
        }
    }

    private void listen() {
        try {
            in = connection.getInputStream();
            out = connection.getOutputStream();
            in.setReadListener(this);
            out.setWriteListener(this);
        } catch (IOException e) {
            fail();
        }
        write();
    }

    @Override
    public void onDataAvailable() {
        tunnel.execute(this::read);
    }

    @Override
    public void readOn() {
        Tunnel current = tunnel;
        if (current != null) current.execute(this::read);
    }

    private void read() {
        if (in == null) return;
        try {
            while (!finished && !closed.get() && tunnel.wantsMore() && in.isReady()) {
                int read = in.read(buffer);
                if (read < 0) {
                    tunnel.end();
                    return;
                }
                tunnel.received(Arrays.copyOf(buffer, read));
            }
        } catch (IOException e) {
            fail();
        }
    }

    @Override
    public void send(byte[] bytes) {
        outgoing.add(bytes);
        write();
    }

    @Override
    public void onWritePossible() {
        tunnel.execute(this::write);
    }

    private void write() {
        if (out == null || closed.get()) return;
        try {
            while (out.isReady() && !outgoing.isEmpty()) {
                byte[] next = outgoing.remove();
                out.write(next);
                if (out.isReady()) out.flush();
                tunnel.sent(next.length);
            }
        } catch (IOException e) {
            fail();
        }
        if (finished && outgoing.isEmpty()) close();
    }

    @Override
    public void finish() {
        finished = true;
        write();
    }

    @Override
    public void drop() {
        outgoing.clear();
        close();
    }

    @Override
    public void onAllDataRead() {
        tunnel.end();
    }

    /** A client that has gone ends like this. */
    @Override
    public void onError(Throwable cause) {
        tunnel.execute(this::fail);
    }

    private void fail() {
        outgoing.clear();
        finished = true;
        tunnel.end();
        close();
    }

    private void close() {
        if (closed.compareAndSet(false, true)) later.accept(this::closeNow);
    }

    private void closeNow() {
        try {
            connection.close();
        } catch (Exception e) {
            // It is gone already, which is what was wanted.
        }
    }

    @Override
    public void destroy() {
        Tunnel current = tunnel;
        if (current != null) current.end();
    }
}
