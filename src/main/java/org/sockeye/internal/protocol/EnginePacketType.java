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
}
