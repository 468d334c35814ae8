package org.sockeye.internal.core;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Emitter;
import org.sockeye.Handshake;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.SocketData;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.SocketDetails;

/** A socket of another node, as it was when it was fetched. What is done to it is done to the room that has its id. */
record ElsewhereSocket(CoreBroadcaster itself, SocketDetails details, JsonCodec json) implements RemoteSocket {

    @Override
    public String id() {
        return details.id();
    }

    @Override
    public Handshake handshake() {
        return HandshakeJson.read(details.handshake(), json);
    }

    @Override
    public Set<String> rooms() {
        return Set.copyOf(details.rooms());
    }

    @Override
    public SocketData data() {
        return new CoreSocketData(json, details.data());
    }

    @Override
    public void join(String... rooms) {
        itself.socketsJoin(rooms);
    }

    @Override
    public void leave(String... rooms) {
        itself.socketsLeave(rooms);
    }

    @Override
    public void disconnect() {
        itself.disconnectSockets();
    }

    @Override
    public void disconnect(boolean close) {
        itself.disconnectSockets(close);
    }

    @Override
    public Emitter asVolatile() {
        return new To(itself.asVolatile());
    }

    @Override
    public Emitter compress(boolean compress) {
        return new To(itself.compress(compress));
    }

    @Override
    public Emitter timeout(Duration deadline) {
        return new To(itself.timeout(deadline));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        itself.emit(event, arguments);
    }

    @Override
    public CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
        return new To(itself).emitWithAck(event, arguments);
    }

    @Override
    public String toString() {
        return "Socket " + CoreLog.printable(id()) + " of another server";
    }

    /** Sends to a room that one socket is in. */
    private record To(CoreBroadcaster room) implements Emitter {

        @Override
        public Emitter asVolatile() {
            return new To(room.asVolatile());
        }

        @Override
        public Emitter compress(boolean compress) {
            return new To(room.compress(compress));
        }

        @Override
        public Emitter timeout(Duration deadline) {
            return new To(room.timeout(deadline));
        }

        @Override
        public void emit(String event, @Nullable Object... arguments) {
            room.emit(event, arguments);
        }

        @Override
        public CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
            return room.emitWithOneAck(event, arguments);
        }
    }
}
