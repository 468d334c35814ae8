package org.sockeye.internal.msgpack;

import org.jspecify.annotations.Nullable;
import org.sockeye.spi.Packet;

/** The one table of the numbers of packet types. */
enum PacketTypes {
    CONNECT(0, Packet.Type.CONNECT),
    DISCONNECT(1, Packet.Type.DISCONNECT),
    EVENT(2, Packet.Type.EVENT),
    ACK(3, Packet.Type.ACK),
    CONNECT_ERROR(4, Packet.Type.CONNECT_ERROR);

    private final int number;
    private final Packet.Type type;

    PacketTypes(int number, Packet.Type type) {
        this.number = number;
        this.type = type;
    }

    /** The type with this number, which is a JSON text. */
    static Packet.@Nullable Type of(String json) {
        for (PacketTypes entry : values()) {
            if (json.equals(String.valueOf(entry.number))) {
                return entry.type;
            }
        }
        return null;
    }

    static int number(Packet.Type type) {
        for (PacketTypes entry : values()) {
            if (entry.type == type) {
                return entry.number;
            }
        }
        throw new IllegalArgumentException(type.name());
    }
}
