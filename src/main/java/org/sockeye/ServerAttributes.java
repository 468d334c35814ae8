package org.sockeye;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The attributes of a ServletContext in which the servers of an application are. */
final class ServerAttributes {

    private static final String SERVER = SocketIoServer.class.getName();
    private static final String NAMES = SERVER + ".names";

    private ServerAttributes() {}

    /** The server of this name; an empty one stands for the only or the default one. */
    static SocketIoServer find(Function<String, @Nullable Object> attributes, String name) {
        Object found = attributes.apply(name.isEmpty() ? SERVER : SERVER + "#" + name);
        if (found instanceof SocketIoServer server) {
            return server;
        }
        throw new IllegalStateException(found == null ? missing(attributes.apply(NAMES), name) : foreign(found));
    }

    private static String missing(@Nullable Object names, String name) {
        if (!(names instanceof List<?> known)) {
            return "The ServletContext has no Socket.IO server yet: it is put there by Sockeye's ServletContainerInitializer, before any"
                    + " ServletContextListener runs. An initializer of the application may come before that: let it add a listener"
                    + " that asks. If the listener asks in vain, the jar is not in WEB-INF/lib, or an <absolute-ordering> leaves it out";
        }
        return name.isEmpty()
                ? "The application has several Socket.IO servers, " + known
                        + ", and none is the default: ask for one by its name, or set"
                        + " \"defaultServer\" to true in the servlet of one"
                : "The application has no Socket.IO server \"" + name + "\", but " + known
                        + ": a server's name is that of its servlet";
    }

    private static String foreign(Object server) {
        return "The Socket.IO server of this ServletContext belongs to another class loader, "
                + server.getClass().getClassLoader() + ": the jar is there more than once";
    }
}
