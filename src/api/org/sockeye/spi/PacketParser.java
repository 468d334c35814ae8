package org.sockeye.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

public interface PacketParser {
    PacketParser.Decoder decoder(PacketParser.Limits limits);
    List<Message> encode(Packet packet);
    String name();
    public static interface Decoder {
        @Nullable Packet add(byte[] data) throws InvalidPacketException;
        @Nullable Packet add(String text) throws InvalidPacketException;
        default @Nullable String awaited() { throw null; }
        default void close() { throw null; }
    }
    public static record Limits(int maxAttachments, int maxPayload) {
    }
}
