package org.sockeye.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The body of a long-polling request or answer, as it is on the wire. Nobody changes the array. */
public record Payload(String contentType, byte[] bytes) {

    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String BINARY = "application/octet-stream";

    /** A body that is text. */
    public static Payload text(String text) {
        return new Payload(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body that is no text. */
    static Payload binary(byte[] bytes) {
        return new Payload(BINARY, bytes);
    }

    /** The body as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whether the body is no text. */
    boolean isBinary() {
        return isBinary(contentType);
    }

    /** Whether a body of this type is no text. */
    static boolean isBinary(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith(BINARY);
    }
}
