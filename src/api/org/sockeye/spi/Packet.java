package org.sockeye.spi;

import java.util.List;
import java.util.OptionalLong;

public record Packet(Packet.Type type, String namespace, OptionalLong id, List<String> data, List<byte[]> attachments) {
    public static enum Type {
        CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR;
    }
}
