package org.sockeye.internal.core;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.sockeye.AsyncEventMiddleware;
import org.sockeye.DisconnectListener;
import org.sockeye.ErrorListener;
import org.sockeye.EventListener;
import org.sockeye.EventListener1;
import org.sockeye.EventListener2;
import org.sockeye.EventListener3;
import org.sockeye.EventMiddleware;
import org.sockeye.OutgoingListener;
import org.sockeye.Socket;
import org.sockeye.SocketListener;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** The part of a socket that application code listens to. */
abstract class ListeningSocket implements Socket {

    /** What a middleware answers that has decided and let the event pass. */
    static final CompletionStage<?> PASSED = CompletableFuture.completedFuture(Boolean.TRUE);

    private final EventListeners listeners = new EventListeners();
    private final Listeners<EventListener> any = new Listeners<>();
    private final Listeners<OutgoingListener> outgoing = new Listeners<>();
    private final Listeners<AsyncEventMiddleware> middleware = new Listeners<>();
    private final Listeners<ErrorListener> errorListeners = new Listeners<>();

    /** Who is told that the socket is gone. */
    abstract Parting parting();

    /** What to bind arguments with. */
    abstract JsonCodec json();

    @Override
    public Socket onDisconnecting(DisconnectListener listener) {
        parting().addFirst(listener);
        return this;
    }

    @Override
    public Socket onDisconnect(DisconnectListener listener) {
        parting().add(listener);
        return this;
    }

    @Override
    public Socket on(String event, EventListener listener) {
        return add(event, Registration.always(listener, listener));
    }

    @Override
    public <A> Socket on(String event, TypeRef<A> first, EventListener1<A> listener) {
        checkReadable(first);
        return add(event, Registration.always(listener, TypedListeners.of(first, listener)));
    }

    @Override
    public <A, B> Socket on(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener) {
        checkReadable(first, second);
        return add(event, Registration.always(listener, TypedListeners.of(first, second, listener)));
    }

    @Override
    public <A, B, C> Socket on(
            String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener) {
        checkReadable(first, second, third);
        return add(event, Registration.always(listener, TypedListeners.of(first, second, third, listener)));
    }

    @Override
    public Socket once(String event, EventListener listener) {
        return add(event, Registration.once(listener, listener));
    }

    @Override
    public <A> Socket once(String event, TypeRef<A> first, EventListener1<A> listener) {
        checkReadable(first);
        return add(event, Registration.once(listener, TypedListeners.of(first, listener)));
    }

    @Override
    public <A, B> Socket once(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener) {
        checkReadable(first, second);
        return add(event, Registration.once(listener, TypedListeners.of(first, second, listener)));
    }

    @Override
    public <A, B, C> Socket once(
            String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener) {
        checkReadable(first, second, third);
        return add(event, Registration.once(listener, TypedListeners.of(first, second, third, listener)));
    }

    @Override
    public Socket off(String event, SocketListener listener) {
        listeners.remove(event, listener);
        return this;
    }

    @Override
    public Socket off(String event) {
        listeners.remove(event);
        return this;
    }

    @Override
    public Socket off() {
        listeners.clear();
        return this;
    }

    @Override
    public List<SocketListener> listeners(String event) {
        return listeners.of(event).stream().map(Registration::given).toList();
    }

    @Override
    public Socket onAny(EventListener listener) {
        any.add(listener);
        return this;
    }

    @Override
    public Socket prependAny(EventListener listener) {
        any.prepend(listener);
        return this;
    }

    @Override
    public Socket offAny(EventListener listener) {
        any.remove(listener);
        return this;
    }

    @Override
    public Socket offAny() {
        any.clear();
        return this;
    }

    @Override
    public List<EventListener> listenersAny() {
        return any.all();
    }

    @Override
    public Socket onAnyOutgoing(OutgoingListener listener) {
        outgoing.add(listener);
        return this;
    }

    @Override
    public Socket prependAnyOutgoing(OutgoingListener listener) {
        outgoing.prepend(listener);
        return this;
    }

    @Override
    public Socket offAnyOutgoing(OutgoingListener listener) {
        outgoing.remove(listener);
        return this;
    }

    @Override
    public Socket offAnyOutgoing() {
        outgoing.clear();
        return this;
    }

    @Override
    public List<OutgoingListener> listenersAnyOutgoing() {
        return outgoing.all();
    }

    @Override
    public Socket use(EventMiddleware added) {
        Objects.requireNonNull(added, "middleware");
        return useAsync(event -> {
            added.check(event);
            return PASSED;
        });
    }

    @Override
    public Socket useAsync(AsyncEventMiddleware added) {
        middleware.add(Objects.requireNonNull(added, "middleware"));
        return this;
    }

    @Override
    public Socket onError(ErrorListener listener) {
        errorListeners.add(listener);
        return this;
    }

    /** The middleware as it is now. */
    List<AsyncEventMiddleware> middleware() {
        return middleware.all();
    }

    Listeners<ErrorListener> errorListeners() {
        return errorListeners;
    }

    /** Calls the listeners of an event; answers whether there are any. */
    boolean deliver(CoreEvent event, EventOutcome outcome) {
        List<Registration> registered = listeners.of(event.name());
        for (Registration registration : registered) {
            if (listeners.isNext(event.name(), registration)) {
                outcome.call(registration.call());
            }
        }
        return !registered.isEmpty();
    }

    private Socket add(String event, Registration registration) {
        listeners.add(event, registration);
        return this;
    }

    private void checkReadable(TypeRef<?>... types) {
        for (TypeRef<?> type : types) {
            json().checkReadable(Objects.requireNonNull(type, "type").type());
        }
    }
}
