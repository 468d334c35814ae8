package org.sockeye.internal.cdi;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.sockeye.Acknowledgement;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;

/** Whose event this thread is delivering to observers: what their {@code Socket} parameters are given. */
final class Current {

    /** What is current while an event of this socket is delivered. */
    record Invocation(Socket socket, @Nullable Acknowledgement acknowledgement) {}

    /** Set by {@link #during}, and put back before it returns: an observer may cause another event on its thread. */
    private static final ThreadLocal<@Nullable Invocation> INVOCATION = new ThreadLocal<>();

    private Current() {}

    /** Runs the observers of one event of this socket. */
    static void during(Socket socket, @Nullable Acknowledgement acknowledgement, Runnable work) {
        during(new Invocation(socket, acknowledgement), work);
    }

    /** Runs what belongs to an event, maybe of another thread. */
    static void during(Invocation invocation, Runnable work) {
        Invocation outer = INVOCATION.get();
        INVOCATION.set(invocation);
        try {
            work.run();
        } finally {
            if (outer == null) {
                INVOCATION.remove();
            } else {
                INVOCATION.set(outer);
            }
        }
    }

    static Socket socket() {
        return get(Socket.class).socket();
    }

    static Namespace namespace() {
        return get(Namespace.class).socket().namespace();
    }

    static Handshake handshake() {
        return get(Handshake.class).socket().handshake();
    }

    /** Who the caller was; {@code null} when nobody was logged in. */
    static @Nullable Principal principal() {
        return get(Principal.class).socket().handshake().principal();
    }

    static Acknowledgement acknowledgement() {
        Acknowledgement current = get(Acknowledgement.class).acknowledgement();
        if (current == null) {
            throw new IllegalStateException(
                    "There is no Acknowledgement of a connection or disconnection; only observers "
                            + "of @On, called with an event of a client, have one");
        }
        return current;
    }

    /** What is current on this thread; {@code null} outside of events. */
    static @Nullable Invocation invocation() {
        Invocation current = INVOCATION.get();
        if (current == null) {
            INVOCATION.remove();
        }
        return current;
    }

    private static Invocation get(Class<?> wanted) {
        Invocation current = invocation();
        if (current == null) {
            throw new IllegalStateException(
                    "There is no current " + wanted.getSimpleName()
                            + ": it can be injected only into observers while Sockeye calls them with an event of a client, "
                            + "not with one that the application fired itself outside of such a call, and not on another thread");
        }
        return current;
    }
}
