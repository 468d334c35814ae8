package org.sockeye.internal.core;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the ids of sockets: 15 random bytes as 20 characters, a length that brokers shared with other servers rely on. */
final class SocketIds {

    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SocketIds() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
