package org.sockeye;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

public interface EngineSocket {
    void close();
    String id();
    boolean isOpen();
    EngineSocket onClose(DisconnectListener listener);
    EngineSocket onDrain(Runnable listener);
    EngineSocket onPacket(EngineSocket.PacketListener listener);
    EngineSocket onPacketCreate(EngineSocket.PacketListener listener);
    EngineSocket onUpgrade(EngineSocket.UpgradeListener listener);
    int protocol();
    HandshakeRequest request();
    Transport transport();
    public static record Packet(EngineSocket.PacketType type, @Nullable String text, @Nullable ByteBuffer binary) {
    }
    @FunctionalInterface
    public static interface PacketListener {
        void packet(EngineSocket.Packet packet) throws Exception;
    }
    public static enum PacketType {
        OPEN, CLOSE, PING, PONG, MESSAGE, UPGRADE, NOOP;
    }
    @FunctionalInterface
    public static interface UpgradeListener {
        void upgraded(Transport transport) throws Exception;
    }
}
