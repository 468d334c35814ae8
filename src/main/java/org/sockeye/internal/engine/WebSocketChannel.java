package org.sockeye.internal.engine;

import java.util.Optional;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.EnginePacket;

/** One WebSocket, both ways, and whom it serves: at first nobody, then a session, or an upgrade and when that succeeds its session. */
final class WebSocketChannel implements WebSocketReceiver, WebSocketCarrier.Events {

    /** Whom a WebSocket serves. */
    interface Owner {
        /** A packet came in. */
        void packet(EnginePacket packet);

        /** The WebSocket is of no more use: something unreadable came in, it was closed, or it broke. */
        void gone(CloseReason reason, String description);

        /** A write may start. */
        void writable();
    }

    /** For a WebSocket that is closed. */
    static final Owner NOBODY = new Owner() {
        @Override
        public void packet(EnginePacket packet) {}

        @Override
        public void gone(CloseReason reason, String description) {}

        @Override
        public void writable() {}
    };

    private final EngineCodec codec;
    private final Counters counters;
    private final WebSocketCarrier carrier;

    /** Written by whoever opens the channel, by a finished upgrade, which the reading thread runs, and by whoever closes. */
    private volatile Owner owner = NOBODY;

    WebSocketChannel(EngineCodec codec, WebSocketLink link, Counters counters) {
        this.codec = codec;
        this.counters = counters;
        this.carrier = new WebSocketCarrier(codec, link, this, counters);
    }

    void serve(Owner next) {
        owner = next;
    }

    WebSocketCarrier carrier() {
        return carrier;
    }

    @Override
    public void text(String message) {
        received(codec.decode(message));
    }

    @Override
    public void binary(byte[] message) {
        received(codec.decode(message));
    }

    private void received(Optional<EnginePacket> packet) {
        counters.packetIn();
        packet.ifPresentOrElse(owner::packet, () -> owner.gone(CloseReason.PARSE_ERROR, "malformed packet"));
    }

    @Override
    public void closed(int code, String reason) {
        owner.gone(CloseReason.TRANSPORT_CLOSE, "WebSocket closed with code " + code);
        closing();
    }

    @Override
    public void failed(Throwable error) {
        owner.gone(CloseReason.TRANSPORT_ERROR, error.toString());
    }

    /** Forgets whom it served: a container may keep what knows a WebSocket for longer than the WebSocket. */
    @Override
    public void closing() {
        serve(NOBODY);
    }

    @Override
    public void written() {
        owner.writable();
    }
}
