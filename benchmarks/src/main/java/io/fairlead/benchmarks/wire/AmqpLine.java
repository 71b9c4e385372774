package io.fairlead.benchmarks.wire;

import static io.fairlead.benchmarks.wire.AmqpFrames.FALSE;
import static io.fairlead.benchmarks.wire.AmqpFrames.NULL;
import static io.fairlead.benchmarks.wire.AmqpFrames.TRUE;
import static io.fairlead.benchmarks.wire.AmqpFrames.amqp;
import static io.fairlead.benchmarks.wire.AmqpFrames.binary;
import static io.fairlead.benchmarks.wire.AmqpFrames.described;
import static io.fairlead.benchmarks.wire.AmqpFrames.join;
import static io.fairlead.benchmarks.wire.AmqpFrames.map;
import static io.fairlead.benchmarks.wire.AmqpFrames.number;
import static io.fairlead.benchmarks.wire.AmqpFrames.octet;
import static io.fairlead.benchmarks.wire.AmqpFrames.sasl;
import static io.fairlead.benchmarks.wire.AmqpFrames.section;
import static io.fairlead.benchmarks.wire.AmqpFrames.symbol;
import static io.fairlead.benchmarks.wire.AmqpFrames.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/**
 * A device that speaks AMQP 1.0 as the SDKs do: SASL PLAIN, one session, a link for requests and one for answers. It reads no
 * more of what comes than it needs, for the generator of load must be cheap.
 */
final class AmqpLine implements DeviceLine {
    private static final byte[] SASL_HEADER = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
    private static final byte[] AMQP_HEADER = {'A', 'M', 'Q', 'P', 0, 1, 0, 0};
    private static final int CODE_AT = 10;
    private static final int ATTACH = 0x12;
    private static final int TRANSFER = 0x14;
    private static final int DISPOSITION = 0x15;
    private static final int OUTCOME = 0x44;
    private static final int MUCH = Integer.MAX_VALUE;
    private static final byte[] REJECTED = {0, 0x53, 0x25};
    private static final byte[] DATA = {0, 0x53, 0x75};
    private static final Pattern ERROR = Pattern.compile("\"errorCode\":(\\d{3})");

    private final DeviceIdentity device;
    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int requests;

    AmqpLine(Endpoint endpoint, DeviceIdentity device, Duration patience) throws IOException {
        this.device = device;
        this.socket = TlsSockets.open(endpoint, endpoint.amqpsPort(), patience);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        begin();
    }

    private void begin() throws IOException {
        byte[] plain = ("\0" + device.resource() + "\0" + device.token()).getBytes(StandardCharsets.UTF_8);
        out.write(join(SASL_HEADER, sasl(described(0x41, symbol("PLAIN"), binary(plain)))));
        out.flush();
        in.readNBytes(SASL_HEADER.length);
        byte[] outcome = next(OUTCOME);
        if (outcome[outcome.length - 1] != 0) throw new IOException("the login is refused");
        out.write(join(AMQP_HEADER, opening(), link(0, TRUE), link(1, FALSE), credit()));
        out.flush();
        in.readNBytes(AMQP_HEADER.length);
        next(ATTACH);
        next(ATTACH);
    }

    private static byte[] opening() {
        return join(
                amqp(described(0x10, text("device"), text("localhost"), number(65_536))),
                amqp(described(0x11, NULL, number(0), number(MUCH), number(MUCH))));
    }

    private byte[] link(int handle, byte[] isReceiver) {
        byte[] address = text(device.resource());
        byte[] properties = map(symbol("com.microsoft:api-version"), text("2019-03-31"));
        return amqp(described(
                ATTACH,
                text("link-" + handle),
                number(handle),
                isReceiver,
                // Answers come settled: nobody here would look whether they were.
                octet(isReceiver == TRUE ? 1 : 0),
                octet(0),
                described(0x28, address),
                described(0x29, address),
                NULL,
                NULL,
                isReceiver == TRUE ? NULL : number(0),
                NULL,
                NULL,
                NULL,
                properties));
    }

    private static byte[] credit() {
        return amqp(described(
                0x13, number(0), number(MUCH), number(0), number(MUCH), number(0), number(0), number(1_000_000)));
    }

    @Override
    public Answer register() throws IOException {
        return ask(device.body(), text("iotdps-operation-type"), text("iotdps-register"));
    }

    @Override
    public Answer poll(String operation) throws IOException {
        return ask(
                new byte[0],
                text("iotdps-operation-type"),
                text("iotdps-get-operationstatus"),
                text("iotdps-operation-id"),
                text(operation));
    }

    private Answer ask(byte[] body, byte[]... properties) throws IOException {
        byte[] tag = binary(Integer.toString(requests).getBytes(StandardCharsets.US_ASCII));
        byte[] message = join(section(0x74, map(properties)), section(0x75, binary(body)));
        out.write(amqp(described(TRANSFER, number(1), number(requests++), tag, number(0), FALSE), message));
        out.flush();
        while (true) {
            byte[] frame = frame();
            if (code(frame) == TRANSFER) return answer(frame);
            if (code(frame) == DISPOSITION && find(frame, REJECTED) >= 0) return refusal(frame);
        }
    }

    /** The body says whether the operation runs; no status comes with it. */
    private static Answer answer(byte[] frame) throws IOException {
        int data = find(frame, DATA) + DATA.length;
        boolean isShort = frame[data] == (byte) 0xa0;
        byte[] json = Arrays.copyOfRange(frame, data + (isShort ? 2 : 5), frame.length);
        String text = new String(json, StandardCharsets.UTF_8);
        return new Answer(text.contains("\"status\":\"assigning\"") ? 202 : 200, Optional.empty(), json);
    }

    private static Answer refusal(byte[] frame) throws IOException {
        Matcher code = ERROR.matcher(new String(frame, StandardCharsets.UTF_8));
        if (!code.find()) throw new IOException("rejected without a reason");
        return new Answer(Integer.parseInt(code.group(1)), Optional.empty(), frame);
    }

    private byte[] next(int code) throws IOException {
        byte[] frame = frame();
        while (code(frame) != code) frame = frame();
        return frame;
    }

    private byte[] frame() throws IOException {
        int size = in.readInt();
        byte[] frame = new byte[size];
        in.readFully(frame, 4, size - 4);
        if (code(frame) == 0x18) throw new EOFException("closed by the server");
        return frame;
    }

    /** 0 of an empty frame. */
    private static int code(byte[] frame) {
        return frame.length > CODE_AT ? frame[CODE_AT] & 0xff : 0;
    }

    private static int find(byte[] bytes, byte[] wanted) {
        for (int at = CODE_AT; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) return at;
        }
        return -1;
    }

    @Override
    public Socket abandon() {
        return socket;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Nothing more is expected of it.
        }
    }
}
