package org.sockeye.internal.core;

import java.util.Map;
import java.util.Set;
import org.sockeye.spi.JsonValue;
import org.sockeye.spi.SocketDetails;

/** A socket of this node, as adapters see it. */
record LocalDetails(CoreSocket socket) implements SocketDetails {

    @Override
    public String id() {
        return socket.id();
    }

    @Override
    public String handshake() {
        return HandshakeJson.write(socket.handshake(), socket.json());
    }

    @Override
    public Set<String> rooms() {
        return socket.rooms();
    }

    @Override
    public Map<String, JsonValue> data() {
        return socket.data().values();
    }
}
