package org.sockeye.internal.protocol;

import java.nio.charset.StandardCharsets;

/** The body of a long-polling request or answer, as it is on the wire. Nobody changes the array. */
public record Payload(String contentType, byte[] bytes) {

    private static final String TEXT = "text/plain; charset=UTF-8";

    /** A body that is text. */
    public static Payload text(String text) {
        return new Payload(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The body as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
