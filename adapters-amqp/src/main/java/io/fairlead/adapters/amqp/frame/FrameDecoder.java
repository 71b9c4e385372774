package io.fairlead.adapters.amqp.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Bytes into headers and whole frames. It keeps no more than one frame, and reads nothing after something malformed.
 */
public final class FrameDecoder extends ByteToMessageDecoder {
    /** Of one frame, and what is announced as {@code max-frame-size}: larger messages come in several. */
    public static final int LARGEST_FRAME = 4096;

    private static final int SIZE_BYTES = 4;

    private boolean headerNext = true;
    private boolean over;

    /** A layer has ended and another begins. */
    public void expectHeader() {
        headerNext = true;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (over) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            if (headerNext) header(in, out);
            else frame(in, out);
        } catch (MalformedValue e) {
            over = true;
            in.skipBytes(in.readableBytes());
            out.add(new Incoming.Malformed(e.getMessage()));
        }
    }

    private void header(ByteBuf in, List<Object> out) throws MalformedValue {
        if (!ProtocolHeader.mayBecome(in)) throw new MalformedValue("this is not AMQP 1.0.0");
        if (in.readableBytes() < ProtocolHeader.LENGTH) return;
        ProtocolHeader header = ProtocolHeader.at(in).orElseThrow(() -> new MalformedValue("this is not AMQP 1.0.0"));
        in.skipBytes(ProtocolHeader.LENGTH);
        headerNext = false;
        out.add(header);
    }

    private static void frame(ByteBuf in, List<Object> out) throws MalformedValue {
        if (in.readableBytes() < SIZE_BYTES) return;
        long size = in.getUnsignedInt(in.readerIndex());
        if (size < Frame.HEADER) throw new MalformedValue("a frame is shorter than its header");
        if (size > LARGEST_FRAME) {
            throw new MalformedValue("a frame is larger than the " + LARGEST_FRAME + " bytes announced");
        }
        if (in.readableBytes() < size) return;
        byte[] bytes = new byte[(int) size];
        in.readBytes(bytes);
        out.add(Frame.read(bytes));
    }
}
