package org.sockeye.internal.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.spi.JsonCodec;

/**
 * The application's beans, as the core sees them; implemented over CDI where there is CDI. Called on the server's dispatch, in
 * the same order as listeners and before them. Nothing that a bean throws comes out of these methods.
 */
public interface ApplicationEvents {

    /** Whether any bean observes anything of ours. */
    boolean hasObservers();

    /** The roles that observers are restricted to: the container is asked for them when a client begins a session. */
    default Set<String> roles() {
        return Set.of();
    }

    /**
     * The beans as one server is to call them, which has the namespaces then that they name. Called when the server starts, before a client is accepted.
     */
    ApplicationEvents of(ManagedServer server);

    /**
     * Makes sure that every observed payload can be read; called when a server starts, before a client is accepted.
     *
     * @throws org.sockeye.PayloadException if one cannot; the message names its observer
     */
    void checkReadable(JsonCodec json);

    /** Runs listeners and observers of one event within one request context. */
    void inRequestContext(Runnable work);

    /**
     * What a client that waits for it is answered because of an error: whatever the application's error mapper says, and {@code null} where that says
     * nothing.
     */
    @Nullable
    Object answerTo(SocketError error);

    /** A client wants to be in a namespace, and the middleware has let it pass, or was not asked; the beans decide, too. */
    void connecting(Candidacy candidacy);

    /** As {@link #inRequestContext}, for what has to do with one socket, whose beans are there meanwhile. */
    default void inContextOf(Socket socket, Runnable work) {
        inRequestContext(work);
    }

    /**
     * Nothing of the application is called for this socket any more: its listeners and observers have been told that it is gone, or it never was
     * connected. Called once.
     */
    default void forget(Socket socket) {}

    /** A socket was connected. */
    void connected(Socket socket, Delivery delivery);

    /**
     * An event came in.
     *
     * @return whether any bean observes events of this name
     */
    boolean received(ReceivedEvent event, Outcome outcome);

    /** A socket is going; its rooms can still be seen. */
    void disconnecting(Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery);

    /** A socket is gone. */
    void disconnected(Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery);

    /** Where there is no CDI: nobody observes anything. */
    ApplicationEvents NONE = new ApplicationEvents() {
        @Override
        public boolean hasObservers() {
            return false;
        }

        @Override
        public ApplicationEvents of(ManagedServer server) {
            return this;
        }

        @Override
        public void checkReadable(JsonCodec json) {}

        @Override
        public void inRequestContext(Runnable work) {
            work.run();
        }

        @Override
        public @Nullable Object answerTo(SocketError error) {
            return null;
        }

        @Override
        public void connecting(Candidacy candidacy) {}

        @Override
        public void connected(Socket socket, Delivery delivery) {}

        @Override
        public boolean received(ReceivedEvent event, Outcome outcome) {
            return false;
        }

        @Override
        public void disconnecting(
                Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {}

        @Override
        public void disconnected(
                Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {}
    };
}
