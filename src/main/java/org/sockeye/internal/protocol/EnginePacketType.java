package org.sockeye.internal.protocol;

import org.jspecify.annotations.Nullable;

/** The kinds of Engine.IO packet and their digits on the wire. Nothing else knows the digits. */
enum EnginePacketType {
    OPEN('0'),
    CLOSE('1'),
    PING('2'),
    PONG('3'),
    MESSAGE('4'),
    UPGRADE('5'),
    NOOP('6');

    private static final EnginePacketType[] BY_DIGIT = values();

    private final char digit;

    EnginePacketType(char digit) {
        this.digit = digit;
    }

    /** The type with this digit, or {@code null} when there is none. */
    static @Nullable EnginePacketType of(char digit) {
        int index = digit - '0';
        return index >= 0 && index < BY_DIGIT.length ? BY_DIGIT[index] : null;
    }

    /** The wire form of a packet of this type. */
    String with(String data) {
        return digit + data;
    }

    /** What stands for the type where a packet is no text. */
    byte number() {
        return (byte) (digit - '0');
    }

    /** The binary form of a packet of this type. */
    byte[] with(byte[] data) {
        byte[] packet = new byte[data.length + 1];
        packet[0] = number();
        System.arraycopy(data, 0, packet, 1, data.length);
        return packet;
    }

    /** The packet of this type that carries a text. */
    EnginePacket packet(String data) {
        return switch (this) {
            case MESSAGE -> new EnginePacket.Text(data);
            case PING -> new EnginePacket.Ping(data);
            case OPEN -> EnginePacket.Signal.OPEN;
            case CLOSE -> EnginePacket.Signal.CLOSE;
            case PONG -> EnginePacket.Signal.PONG;
            case UPGRADE -> EnginePacket.Signal.UPGRADE;
            case NOOP -> EnginePacket.Signal.NOOP;
        };
    }
}
