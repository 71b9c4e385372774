package io.fairlead.adapters.amqp;

import io.fairlead.adapters.amqp.engine.AmqpEngine;
import io.fairlead.adapters.amqp.engine.Fault;
import io.fairlead.adapters.amqp.frame.Frame;
import io.fairlead.adapters.amqp.frame.Performative;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which frame may follow which (AMQP 1.0, parts 2.4 to 2.6), and how much a client may begin on one connection. Kept here
 * because the engine lets most of it pass in silence, and fails at the rest.
 */
final class FrameOrder {
    private static final int MOST_LINKS = 8;
    private static final int MOST_BEGINS = 16;
    private static final int MOST_ATTACHES = 64;
    private static final int HANDLE_BITS = 32;

    private static final String FRAMING = "amqp:connection:framing-error";
    private static final String STATE = "amqp:illegal-state";
    private static final String LIMIT = "amqp:resource-limit-exceeded";

    private final Set<Integer> channels = new HashSet<>();
    private final Set<Long> handles = new HashSet<>();
    private boolean opened;
    private boolean closed;
    private int begins;
    private int attaches;

    /** What is wrong with a frame that comes now; nothing when it may be handed on. */
    Optional<Fault> admit(Frame frame) {
        if (frame.type() != Frame.Type.AMQP) return fault(FRAMING, "a login is over here");
        if (closed) return fault(STATE, "nothing follows a close");
        if (frame.body().isEmpty()) return Optional.empty();
        Optional<Performative> performative = frame.performative();
        if (performative.isEmpty()) return fault("amqp:not-implemented", "there is no such performative");
        if (performative.get() == Performative.OPEN) return open(frame);
        if (!opened) return fault(STATE, "a connection begins with an open");
        if (frame.channel() > AmqpEngine.LAST_CHANNEL) return fault(FRAMING, "there is no channel of that number");
        return inside(performative.get(), frame);
    }

    private Optional<Fault> open(Frame frame) {
        if (opened) return fault(STATE, "the connection is open already");
        if (frame.channel() != 0) return fault(FRAMING, "an open belongs on channel 0");
        opened = true;
        return Optional.empty();
    }

    private Optional<Fault> inside(Performative performative, Frame frame) {
        if (performative == Performative.CLOSE) {
            closed = true;
            return Optional.empty();
        }
        if (performative == Performative.BEGIN) return begin(frame);
        if (!channels.contains(frame.channel())) return fault(STATE, "there is no session on this channel");
        return switch (performative) {
            case ATTACH -> attach(frame);
            case TRANSFER -> attached(frame, 0);
            case DETACH -> detach(frame);
            case FLOW -> frame.uint(4).isPresent() ? attached(frame, 4) : Optional.empty();
            case END -> end(frame);
            default -> Optional.empty();
        };
    }

    private Optional<Fault> begin(Frame frame) {
        if (++begins > MOST_BEGINS) return fault(LIMIT, "too many sessions have begun on this connection");
        return channels.add(frame.channel())
                ? Optional.empty()
                : fault(STATE, "there is a session on this channel already");
    }

    private Optional<Fault> end(Frame frame) {
        channels.remove(frame.channel());
        handles.removeIf(handle -> handle >> HANDLE_BITS == frame.channel());
        return Optional.empty();
    }

    private Optional<Fault> attach(Frame frame) {
        OptionalLong handle = handle(frame, 1);
        if (handle.isEmpty()) return fault(FRAMING, "an attach has no handle");
        if (++attaches > MOST_ATTACHES) return fault(LIMIT, "too many links were attached on this connection");
        if (!handles.add(handle.getAsLong())) return fault("amqp:session:handle-in-use", "the handle is in use");
        return handles.size() > MOST_LINKS ? fault(LIMIT, "there are too many links") : Optional.empty();
    }

    private Optional<Fault> attached(Frame frame, int field) {
        OptionalLong handle = handle(frame, field);
        return handle.isPresent() && handles.contains(handle.getAsLong())
                ? Optional.empty()
                : fault("amqp:session:unattached-handle", "nothing is attached by this handle");
    }

    private Optional<Fault> detach(Frame frame) {
        Optional<Fault> fault = attached(frame, 0);
        if (fault.isEmpty()) handles.remove(handle(frame, 0).getAsLong());
        return fault;
    }

    /** Of its session, so that two sessions may use one number. */
    private static OptionalLong handle(Frame frame, int field) {
        OptionalLong handle = frame.uint(field);
        return handle.isPresent()
                ? OptionalLong.of((long) frame.channel() << HANDLE_BITS | handle.getAsLong())
                : OptionalLong.empty();
    }

    private static Optional<Fault> fault(String condition, String description) {
        return Optional.of(new Fault(condition, description));
    }
}
