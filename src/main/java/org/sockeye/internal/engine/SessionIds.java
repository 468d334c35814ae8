package org.sockeye.internal.engine;

import java.security.SecureRandom;
import java.util.Base64;

/** Session ids: secrets that nobody can guess, of a shape that can be checked before anything is looked up. */
final class SessionIds {

    private static final int BYTES = 15;
    private static final int LENGTH = 20;

    private final SecureRandom random = new SecureRandom();

    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static boolean isWellFormed(String sid) {
        return sid.length() == LENGTH && sid.chars().allMatch(SessionIds::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
