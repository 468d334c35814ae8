package org.sockeye.internal.protocol;

/** An Engine.IO packet as it is read. */
public sealed interface EnginePacket {

    /** Calls the method of the handler that takes this kind of packet, and gives its answer. */
    <R> R dispatch(Handler<R> handler);

    /** A message with text. */
    record Text(String text) implements EnginePacket {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.text(text);
        }
    }

    /** A message with bytes; the array belongs to the receiver. */
    record Binary(byte[] data) implements EnginePacket {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.binary(data);
        }
    }

    /** A ping and what it carries, often nothing. */
    record Ping(String data) implements EnginePacket {
        /** What a ping carries that tries a transport before an upgrade. */
        public static final String PROBE = "probe";

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.ping(data);
        }
    }

    /** A packet that says no more than its type. */
    enum Signal implements EnginePacket {
        OPEN,
        CLOSE,
        PONG,
        UPGRADE,
        NOOP;

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.signal(this);
        }
    }

    /** Takes packets by their kind, and answers something about each. */
    interface Handler<R> {
        R text(String text);

        R binary(byte[] data);

        R ping(String data);

        R signal(Signal signal);
    }
}
