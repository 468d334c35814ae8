package org.sockeye.internal.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.Emitter;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.ReservedEvents;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.Flags;

/** The part of a socket that sends to its client. */
abstract class EmittingSocket extends RelayingSocket {

    abstract Client client();

    /** What is sent to the client. */
    abstract Outlet outlet();

    abstract PendingAcks acks();

    /** {@code null} if the client cannot come back. */
    abstract @Nullable Continuity continuity();

    abstract Content encode(@Nullable String event, @Nullable Object @Nullable [] arguments);

    abstract Expiry expiry();

    @Override
    public Socket expireAt(Instant instant) {
        expiry().at(instant);
        return this;
    }

    @Override
    public Optional<Instant> expiresAt() {
        return expiry().at();
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
        emit(Flags.NONE, event, arguments);
    }

    void emit(Flags flags, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        Content content = encode(event, arguments);
        Continuity continuity = continuity();
        if (continuity == null || continuity.isOver() || flags.isVolatile()) {
            sendEvent(OptionalLong.empty(), content, flags);
        } else {
            namespace().emit(this, flags, content);
        }
    }

    @Override
    public CompletionStage<Reply> emitWithAck(String event, @Nullable Object... arguments) {
        return emitWithAck(Flags.NONE, client().ackTimeout(), event, arguments);
    }

    CompletionStage<Reply> emitWithAck(
            Flags flags, Duration deadline, String event, @Nullable Object @Nullable [] arguments) {
        ReservedEvents.refuse(event);
        Content content = encode(event, arguments);
        AckFuture<Reply> reply = client().newReply();
        if (!isConnected()) {
            PendingAcks.refuse(reply);
            return reply;
        }
        OptionalLong ackId = acks().expect(reply, deadline);
        if (ackId.isPresent()) {
            sendEvent(ackId, content, flags);
        }
        return reply;
    }

    @Override
    public Emitter timeout(Duration deadline) {
        return new SocketEmitter(this, Flags.NONE, deadline);
    }

    @Override
    public Emitter asVolatile() {
        return timeout(client().ackTimeout()).asVolatile();
    }

    @Override
    public Emitter compress(boolean compress) {
        return timeout(client().ackTimeout()).compress(compress);
    }

    private void sendEvent(OptionalLong ackId, Content content, Flags flags) {
        SocketPacket.Event packet =
                new SocketPacket.Event(namespace().name(), ackId, JsonArray.of(content.data()), content.attachments());
        outlet().send(packet, new Outgoing(client().encode(packet), flags));
    }
}
