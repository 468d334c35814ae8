package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which roles the caller of a request is in. The container is asked while it has the request, and never again: an answer needs no container.
 *
 * @param asked those that it was asked for
 * @param held those that the caller is in
 */
record Roles(Set<String> asked, Set<String> held) {

    /** Of a request that only goes on with a session. */
    static final Roles NOT_ASKED = new Roles(Set.of(), Set.of());

    static Roles of(HttpServletRequest request, Set<String> asked) {
        return asked.isEmpty()
                ? NOT_ASKED
                : new Roles(
                        asked, asked.stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether the caller is in a role.
     *
     * @throws IllegalArgumentException if the container was not asked for it
     */
    boolean include(String role) {
        if (!asked.contains(role)) {
            throw new IllegalArgumentException("The container was not asked whether the caller is in role \""
                    + Log.safe(role) + "\"; name it in the setting \"roles\", or by @RolesAllowed on an observer");
        }
        return held.contains(role);
    }
}
