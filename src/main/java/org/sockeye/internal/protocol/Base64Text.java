package org.sockeye.internal.protocol;

import java.util.Base64;
import java.util.Optional;

/** Bytes where only text can stand. */
final class Base64Text {

    /** Stands before base64, in the place of a packet's type. */
    static final char MARK = 'b';

    private Base64Text() {}

    static String encode(byte[] data) {
        return Base64.getEncoder().encodeToString(data);
    }

    /** How many characters some bytes become. */
    static int length(int bytes) {
        return (bytes + 2) / 3 * 4;
    }

    /** A message with the bytes that a text stands for; empty when it stands for none. Line breaks are read over. */
    static Optional<EnginePacket> decode(String text) {
        try {
            return Optional.of(new EnginePacket.Binary(Base64.getDecoder().decode(withoutLineBreaks(text))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String withoutLineBreaks(String text) {
        return text.indexOf('\n') < 0 ? text : text.replace("\r", "").replace("\n", "");
    }
}
