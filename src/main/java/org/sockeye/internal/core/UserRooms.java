package org.sockeye.internal.core;

import java.security.Principal;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;

/**
 * The rooms by which a user is reached, on whichever server her sockets are. Each socket of a caller who has a name is in the one of that name for as long as it
 * is connected: the application neither enters nor leaves it, whatever names it takes from clients, and does not see it among its own.
 */
final class UserRooms {

    private static final String PREFIX = "org.sockeye.user:";

    private UserRooms() {}

    static String named(String user) {
        return PREFIX + Objects.requireNonNull(user, "name");
    }

    /** The room of the caller; {@code null} for nobody, and for one without a name. */
    static @Nullable String of(HandshakeRequest request) {
        String name = nameOf(request.principal());
        return name == null ? null : named(name);
    }

    private static @Nullable String nameOf(@Nullable Principal caller) {
        return caller == null ? null : caller.getName();
    }

    /** A socket can be found by its user from now on, also before it is connected. */
    static void enter(CoreSocket socket) {
        String room = of(socket.handshake().request());
        if (room != null) {
            socket.rejoin(Set.of(room));
        }
    }

    /** Whether nobody can say later that it is this caller again. */
    static boolean isUnknown(HandshakeRequest request) {
        return request.principal() != null && of(request) == null;
    }

    /** Whether the caller is the user of this room; where there is none, whether it is nobody. */
    static boolean isOf(HandshakeRequest caller, @Nullable String room) {
        return Objects.equals(of(caller), room) && !isUnknown(caller);
    }

    static boolean contain(String room) {
        return room.startsWith(PREFIX);
    }

    /** The room of a user among these; {@code null} if there is none. */
    static @Nullable String in(Set<String> rooms) {
        return rooms.stream().filter(UserRooms::contain).findFirst().orElse(null);
    }

    /** Leaves the rooms of users out. */
    static String[] without(Set<String> rooms) {
        return rooms.stream().filter(room -> !contain(room)).toArray(String[]::new);
    }
}
