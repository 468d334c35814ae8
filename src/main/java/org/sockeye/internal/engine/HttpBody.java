package org.sockeye.internal.engine;

import org.sockeye.internal.protocol.Payload;

/**
 * The body of a long-polling request or answer. Nobody changes the array.
 *
 * @param contentType as in the header
 */
public record HttpBody(String contentType, byte[] bytes) {

    static HttpBody of(Payload payload) {
        return new HttpBody(payload.contentType(), payload.bytes());
    }

    Payload payload() {
        return new Payload(contentType, bytes);
    }
}
