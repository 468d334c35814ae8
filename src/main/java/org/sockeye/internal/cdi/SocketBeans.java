package org.sockeye.internal.cdi;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The beans of one socket. Each is made once, on the first thread that asks, while others that ask wait for it; no lock is held meanwhile. A thread that
 * is itself making a bean waits for nobody, since two could wait for each other: it makes one of its own, and the instance that comes second is
 * destroyed before anyone sees it.
 */
final class SocketBeans {

    private static final Logger LOG = System.getLogger("org.sockeye.cdi");

    /** An instance with what has to be known to destroy it. */
    private record Kept<T>(Contextual<T> bean, T instance, CreationalContext<T> creation) {

        void destroy() {
            try {
                bean.destroy(instance, creation);
            } catch (Throwable failed) { // OpenWebBeans lets errors of the application out
                LOG.log(Level.WARNING, "A bean of a socket could not be destroyed: " + bean, failed);
            }
        }
    }

    private final ConcurrentMap<Contextual<?>, Kept<?>> kept = new ConcurrentHashMap<>();
    /** Beans that are being made; completed in any case. */
    private final ConcurrentMap<Contextual<?>, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
    /** The threads that are making beans, of any socket. */
    private final Set<Thread> creators;

    private int users; // guarded by this; who may ask for beans beside the lane of the socket
    private boolean gone; // guarded by this; the lane will not ask for beans any more
    private volatile boolean ended; // set once; nothing new is kept then

    SocketBeans(Set<Thread> creators) {
        this.creators = creators;
    }

    @SuppressWarnings("unchecked") // a bean's instance is kept under the bean
    <T> @Nullable T get(Contextual<T> bean) {
        Kept<?> found = kept.get(bean);
        return found == null ? null : (T) found.instance();
    }

    /** @throws ContextNotActiveException if the bean would have to be made, and the socket is gone */
    <T> T getOrCreate(Contextual<T> bean, CreationalContext<T> creation) {
        T found = get(bean);
        while (found == null) {
            CompletableFuture<Boolean> mine = new CompletableFuture<>();
            CompletableFuture<Boolean> others = awaited.putIfAbsent(bean, mine);
            found = others == null ? createFor(mine, bean, creation) : await(others, bean, creation);
        }
        return found;
    }

    private <T> T createFor(CompletableFuture<Boolean> mine, Contextual<T> bean, CreationalContext<T> creation) {
        try {
            return create(bean, creation);
        } finally {
            awaited.remove(bean, mine);
            mine.complete(true);
        }
    }

    private <T> @Nullable T await(
            CompletableFuture<Boolean> others, Contextual<T> bean, CreationalContext<T> creation) {
        if (creators.contains(Thread.currentThread())) {
            return create(bean, creation);
        }
        others.join();
        return get(bean);
    }

    @SuppressWarnings("unchecked") // as above
    private <T> T create(Contextual<T> bean, CreationalContext<T> creation) {
        T before = get(bean);
        if (before != null) {
            return before;
        }
        Kept<T> made = new Kept<>(bean, make(bean, creation), creation);
        Kept<?> first = kept.putIfAbsent(bean, made);
        if (first != null) {
            made.destroy();
            return (T) first.instance();
        }
        if (ended && kept.remove(bean, made)) {
            made.destroy();
            throw tooLate(bean);
        }
        return made.instance();
    }

    private <T> T make(Contextual<T> bean, CreationalContext<T> creation) {
        if (ended) {
            throw tooLate(bean);
        }
        boolean outermost = creators.add(Thread.currentThread());
        try {
            return bean.create(creation);
        } finally {
            if (outermost) {
                creators.remove(Thread.currentThread());
            }
        }
    }

    private static ContextNotActiveException tooLate(Contextual<?> bean) {
        return new ContextNotActiveException("The socket is gone, and there is no new " + bean + " for it");
    }

    void destroy(Contextual<?> bean) {
        Kept<?> found = kept.remove(bean);
        if (found != null) {
            found.destroy();
        }
    }

    /** Someone else will ask for beans, and {@link #leave()}. */
    synchronized void enter() {
        users++;
    }

    /** Answers whether that was the last one, and the socket is gone. */
    synchronized boolean leave() {
        users--;
        return gone && users == 0;
    }

    /** The socket is gone; answers whether nobody uses its beans any more. */
    synchronized boolean end() {
        gone = true;
        return users == 0;
    }

    /** Destroys each once, however many threads want that. */
    void destroyAll() {
        ended = true;
        List.copyOf(kept.keySet()).forEach(this::destroy);
    }
}
