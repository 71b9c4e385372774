package io.fairlead.transport.websocket;

/** The near end of one connection: what comes from the client goes in here, frames and all. Thread-safe. */
public interface Tunnel {

    /** Bytes of the client, as they came. */
    void received(byte[] bytes);

    /** Whether more should be read from the client now; {@link FarEnd#readOn} tells when it is so again. */
    boolean wantsMore();

    /** So many bytes of what was sent to the far end have left it. */
    void sent(int bytes);

    /** The client has gone. May be repeated. */
    void end();

    /** Does something on the thread on which the far end is called; nothing, when the tunnel's threads have ended. */
    void execute(Runnable step);

    /**
     * Whoever holds the client's connection. Called on the tunnel's event loop, but for {@link #readOn}, which may come
     * on any: it must not wait.
     */
    interface FarEnd {
        /** Bytes for the client, to be counted by {@link Tunnel#sent} when they have left. */
        void send(byte[] bytes);

        /** The tunnel wants to be given more again. */
        void readOn();

        /** Nothing more will come: close the client's connection once it has all. */
        void finish();

        /** Close it now. May be repeated. */
        void drop();
    }
}
