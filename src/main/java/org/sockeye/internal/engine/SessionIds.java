package org.sockeye.internal.engine;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;
import org.sockeye.HandshakeRequest;

/**
 * Session ids: secrets that nobody can guess, or what the application makes of a request, of a shape that can be checked before anything
 * is looked up.
 */
final class SessionIds {

    private static final int BYTES = 15;
    private static final int LONGEST = 64;
    private static final String ERROR_NAME = "ID_GENERATION_ERROR";

    private final SecureRandom random = new SecureRandom();
    private final EngineHooks hooks;
    private final Predicate<String> used;

    SessionIds(EngineHooks hooks, Predicate<String> used) {
        this.hooks = hooks;
        this.used = used;
    }

    /**
     * An id for the session that the request begins.
     *
     * @throws IllegalArgumentException if the application's is of no use
     */
    String next(HandshakeRequest request) throws Exception {
        Optional<String> made = hooks.generateId(request);
        return made.isPresent() ? checked(made.get()) : random();
    }

    private String checked(String made) {
        if (!isWellFormed(made)) {
            throw new IllegalArgumentException(
                    EngineLog.quote(made) + " is no session id: 1 to 64 of the characters A-Z a-z 0-9 - _ are");
        }
        if (used.test(made)) {
            throw inUse(made);
        }
        return made;
    }

    static IllegalArgumentException inUse(String id) {
        return new IllegalArgumentException("The session id " + EngineLog.shortened(id) + " is in use");
    }

    /** What is answered when there is no id. */
    static HandshakeRefusal refusal(Throwable error) {
        return HandshakeRefusal.named(HandshakeError.BAD_REQUEST, ERROR_NAME).with("error", error);
    }

    private String random() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static boolean isWellFormed(String sid) {
        return !sid.isEmpty() && sid.length() <= LONGEST && sid.chars().allMatch(SessionIds::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }
}
