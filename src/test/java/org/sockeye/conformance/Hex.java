package org.sockeye.conformance;

import java.util.HexFormat;

/** How tests write the bytes of a binary message. */
final class Hex {

    private static final String PREFIX = "0x";

    private Hex() {}

    static boolean is(String packet) {
        return packet.startsWith(PREFIX);
    }

    static byte[] bytes(String packet) {
        return HexFormat.of().parseHex(packet, PREFIX.length(), packet.length());
    }

    static String of(byte[] bytes) {
        return PREFIX + HexFormat.of().formatHex(bytes);
    }
}
