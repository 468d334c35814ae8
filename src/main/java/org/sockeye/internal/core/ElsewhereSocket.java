package org.sockeye.internal.core;

import java.util.Set;
import org.sockeye.Handshake;
import org.sockeye.RemoteSocket;
import org.sockeye.SocketData;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.SocketDetails;

/** A socket of another node, as it was when it was fetched. What is done to it is done to the room that has its id. */
record ElsewhereSocket(CoreBroadcaster room, SocketDetails details, JsonCodec json) implements RemoteSocket, RoomOfOne {

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
        room.socketsJoin(rooms);
    }

    @Override
    public void leave(String... rooms) {
        room.socketsLeave(rooms);
    }

    @Override
    public void disconnect() {
        room.disconnectSockets();
    }

    @Override
    public void disconnect(boolean close) {
        room.disconnectSockets(close);
    }

    @Override
    public String toString() {
        return "Socket " + CoreLog.printable(id()) + " of another server";
    }
}
