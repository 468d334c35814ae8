package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.Socket;
import org.sockeye.cdi.SocketScoped;

/**
 * The context of {@link SocketScoped} beans: those of whichever socket is {@link Current} on the thread that asks.
 *
 * <p>It always calls itself active, and refuses to make beans outside of events: so the message says what is wrong, and not only that there is no
 * context.
 */
final class SocketContext implements AlterableContext {

    private final ConcurrentMap<Socket, SocketBeans> sockets = new ConcurrentHashMap<>();
    private final Set<Thread> creators = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped; // set once

    @Override
    public Class<? extends Annotation> getScope() {
        return SocketScoped.class;
    }

    @Override
    public boolean isActive() {
        return true;
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean, @Nullable CreationalContext<T> creation) {
        if (creation != null) {
            return of(current(bean)).getOrCreate(bean, creation);
        }
        Current.Invocation invocation = Current.invocation();
        SocketBeans beans = invocation == null ? null : sockets.get(invocation.socket());
        return beans == null ? null : beans.get(bean);
    }

    @Override
    public <T> @Nullable T get(Contextual<T> bean) {
        return get(bean, null);
    }

    @Override
    public void destroy(Contextual<?> bean) {
        SocketBeans beans = sockets.get(current(bean));
        if (beans != null) {
            beans.destroy(bean);
        }
    }

    /**
     * What is current on this thread, for another one: work that is to be run once, whenever and on whichever thread. The socket's beans are not
     * destroyed before, but maybe with it.
     *
     * @param context what the work is to be run in, and the end of the beans
     */
    <T> Consumer<T> carry(Consumer<T> work, Consumer<Runnable> context) {
        Current.Invocation invocation = Current.invocation();
        if (invocation == null) {
            return given -> context.accept(() -> work.accept(given));
        }
        SocketBeans beans = of(invocation.socket());
        beans.enter();
        return given -> Current.during(
                invocation,
                () -> context.accept(() -> {
                    try {
                        work.accept(given);
                    } finally {
                        endIf(beans.leave(), invocation.socket(), beans);
                    }
                }));
    }

    boolean hasBeansOf(Socket socket) {
        return sockets.containsKey(socket);
    }

    /** The socket is gone: destroys its beans, now or when nobody uses them any more. */
    void end(Socket socket) {
        SocketBeans beans = sockets.get(socket);
        if (beans != null) {
            endIf(beans.end(), socket, beans);
        }
    }

    /** The application stops, and its servers are closed: destroys what is left. */
    void endAll() {
        stopped = true;
        for (Map.Entry<Socket, SocketBeans> entry : List.copyOf(sockets.entrySet())) {
            Current.during(entry.getKey(), null, () -> endIf(true, entry.getKey(), entry.getValue()));
        }
    }

    private void endIf(boolean isOver, Socket socket, SocketBeans beans) {
        if (isOver) {
            beans.destroyAll();
            sockets.remove(socket, beans);
        }
    }

    private SocketBeans of(Socket socket) {
        if (stopped) {
            throw new ContextNotActiveException(
                    "The application has stopped, and there are no beans of sockets any more");
        }
        return sockets.computeIfAbsent(socket, key -> new SocketBeans(creators));
    }

    private static Socket current(Contextual<?> wanted) {
        Current.Invocation invocation = Current.invocation();
        if (invocation == null) {
            throw new ContextNotActiveException("There is no current socket, so there is no " + wanted
                    + ": @SocketScoped beans can be used only while Sockeye calls observers, listeners and middleware"
                    + " with something of a client, and not on a thread that the application started itself");
        }
        return invocation.socket();
    }
}
