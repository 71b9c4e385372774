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
import java.util.function.Function;

/**
 * A connection that is no longer HTTP: carries bytes between the container's streams and a tunnel, and blocks on neither
 * side. The container calls from its threads, the tunnel from its own; everything is guarded by this object.
 */
public final class UpgradedConnection implements HttpUpgradeHandler, ReadListener, WriteListener, Tunnel.FarEnd {
    private static final int READ_BYTES = 8192;

    private final Deque<byte[]> outgoing = new ArrayDeque<>();
    private final byte[] buffer = new byte[READ_BYTES];
    private volatile Function<Tunnel.FarEnd, Optional<Tunnel>> opening = client -> Optional.empty();
    private WebConnection connection;
    private ServletInputStream in;
    private ServletOutputStream out;
    private Tunnel tunnel;
    private boolean finished;

    /** Says where the connection leads; the container makes this object and calls {@link #init} later. */
    void begin(Function<Tunnel.FarEnd, Optional<Tunnel>> where) {
        opening = where;
    }

    @Override
    public void init(WebConnection upgraded) {
        connection = upgraded;
        try {
            in = upgraded.getInputStream();
            out = upgraded.getOutputStream();
            // Not guarded: it waits for the tunnel's threads, which may be on their way in here.
            Optional<Tunnel> opened = opening.apply(this);
            if (opened.isPresent()) listenTo(opened.get());
            else close();
        } catch (IOException e) {
            close();
        }
    }

    private synchronized void listenTo(Tunnel opened) {
        tunnel = opened;
        in.setReadListener(this);
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        while (!finished && tunnel.wantsMore() && in.isReady()) {
            int read = in.read(buffer);
            if (read < 0) {
                tunnel.end();
                return;
            }
            tunnel.received(Arrays.copyOf(buffer, read));
        }
    }

    @Override
    public synchronized void readOn() {
        try {
            onDataAvailable();
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public synchronized void send(byte[] bytes) {
        outgoing.add(bytes);
        write();
    }

    @Override
    public synchronized void onWritePossible() {
        write();
    }

    private void write() {
        try {
            while (out.isReady() && !outgoing.isEmpty()) {
                byte[] next = outgoing.remove();
                out.write(next);
                if (out.isReady()) out.flush();
                tunnel.sent(next.length);
            }
        } catch (IOException e) {
            onError(e);
        }
        if (finished && outgoing.isEmpty()) close();
    }

    @Override
    public synchronized void finish() {
        finished = true;
        write();
    }

    @Override
    public synchronized void drop() {
        outgoing.clear();
        close();
    }

    @Override
    public void onAllDataRead() {
        tunnel.end();
    }

    /** A client that has gone ends like this. */
    @Override
    public synchronized void onError(Throwable cause) {
        outgoing.clear();
        finished = true;
        tunnel.end();
        close();
    }

    private void close() {
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
