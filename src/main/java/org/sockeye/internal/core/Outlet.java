package org.sockeye.internal.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.OutgoingListener;
import org.sockeye.SocketError;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.SocketPacket;

/** What is sent to one socket's client, and who is told of it before. */
final class Outlet {

    private final CoreSocket socket;
    private final Client client;
    private final @Nullable Continuity continuity;

    Outlet(CoreSocket socket, Client client, @Nullable Continuity continuity) {
        this.socket = socket;
        this.client = client;
        this.continuity = continuity;
    }

    /** Sends an event, as it was encoded for one or many; dropped unless the socket is connected. */
    void send(SocketPacket.Event packet, Outgoing message) {
        if (socket.isConnected()) {
            tellListeners(packet);
            client.send(message);
        }
    }

    /** Has an event that is kept take its place among what is sent; the client may read it now, or when it is back. */
    void queue(RecoveryLog.Mark mark, Outgoing message, Outgoing toOldClients) {
        if (continuity != null) {
            continuity.onEvent(mark);
        }
        if (socket.isConnected()) {
            queue(continuity == null ? toOldClients : message);
        }
    }

    /** Has a message take its place among what is sent. */
    void queue(Outgoing message) {
        client.queue(message);
    }

    /** Sends what was queued. */
    void flush() {
        client.flush();
    }

    /** Tells who wants to see what is sent, before it is queued. */
    void tell(SocketPacket.Event packet) {
        if (socket.isConnected()) {
            tellListeners(packet);
        }
    }

    private void tellListeners(SocketPacket.Event packet) {
        List<OutgoingListener> told = socket.listenersAnyOutgoing();
        if (!told.isEmpty()) {
            CoreOutgoingEvent event = CoreOutgoingEvent.of(packet, socket.json());
            told.forEach(listener -> tell(listener, event));
        }
    }

    private void tell(OutgoingListener listener, CoreOutgoingEvent event) {
        try {
            listener.sending(event);
        } catch (Throwable thrown) {
            SocketError error = new SocketError(SocketError.Kind.LISTENER, socket, event.name(), null, thrown);
            socket.errors().failed(error, "A listener of outgoing events");
        }
    }
}
