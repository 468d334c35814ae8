package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;
import org.sockeye.ErrorListener;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.SocketError.Kind;

/** Tells the error listeners of a server what goes wrong in code of the application, and logs it when there are none. */
final class Errors {

    private final Listeners<ErrorListener> listeners = new Listeners<>();

    void add(ErrorListener listener) {
        listeners.add(listener);
    }

    /** Code of the application threw; {@code what} says which, for the log. */
    void failed(Kind kind, @Nullable Socket socket, String what, Throwable thrown) {
        failed(new SocketError(kind, socket, null, null, thrown), what);
    }

    /** As above, with an error that has an event. */
    void failed(SocketError error, String what) {
        if (!tell(error)) {
            CoreLog.failed(what, error.cause());
        }
    }

    /** Tells the listeners; answers whether there are any. */
    boolean tell(SocketError error) {
        return tell(listeners, error);
    }

    /** Tells some listeners; answers whether there are any. */
    static boolean tell(Listeners<ErrorListener> listeners, SocketError error) {
        listeners.all().forEach(listener -> tell(listener, error));
        return !listeners.isEmpty();
    }

    private static void tell(ErrorListener listener, SocketError error) {
        try {
            listener.failed(error);
        } catch (Throwable failure) {
            CoreLog.failed("An error listener", failure);
        }
    }
}
