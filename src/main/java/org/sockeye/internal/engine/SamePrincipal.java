package org.sockeye.internal.engine;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;

/**
 * Whether two requests come from the same caller, as the container names callers.
 *
 * <p>By name, exactly, since containers make a new object for each request and few of these know when they are equal. Nobody is the same as nobody. One
 * without a name is the same only as an equal object.
 *
 * @param enforced whether it matters
 */
record SamePrincipal(boolean enforced) {

    boolean areSame(HandshakeRequest one, HandshakeRequest other) {
        return !enforced || areSame(one.principal(), other.principal());
    }

    private static boolean areSame(@Nullable Principal one, @Nullable Principal other) {
        if (one == null || other == null) {
            return one == other;
        }
        @Nullable String name = one.getName();
        return name == null ? one.equals(other) : name.equals(other.getName());
    }

    /** What a request that comes from somebody else is answered. */
    HandshakeRefusal refusal(HandshakeRequest asked, HandshakeRequest began) {
        return HandshakeRefusal.named(HandshakeError.OTHER_PRINCIPAL, "PRINCIPAL_MISMATCH")
                .with("principal", name(asked.principal()))
                .with("previousPrincipal", name(began.principal()));
    }

    private static @Nullable String name(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }
}
