package io.fairlead.architecture.bad.adapters.persistence;

import io.netty.buffer.ByteBuf;

/** Breaks rule 8: packets are for transports and the protocols on them. */
public final class SpeaksPackets {
    int length(ByteBuf packet) {
        return packet.readableBytes();
    }
}
