package org.sockeye.internal.core;

import org.sockeye.EventListener;
import org.sockeye.EventListener1;
import org.sockeye.EventListener2;
import org.sockeye.EventListener3;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.TypeRef;
import org.sockeye.spi.JsonCodec;

/** The part of a socket that application code listens to. */
abstract class ListeningSocket implements Socket {

    private final EventListeners listeners;

    ListeningSocket(FirstTimes misfits) {
        this.listeners = new EventListeners(misfits);
    }

    /** What to bind arguments with. */
    abstract JsonCodec json();

    @Override
    public Socket on(String event, EventListener listener) {
        listeners.add(event, listener);
        return this;
    }

    @Override
    public <A> Socket on(String event, Class<A> first, EventListener1<A> listener) {
        return on(event, TypeRef.of(first), listener);
    }

    @Override
    public <A> Socket on(String event, TypeRef<A> first, EventListener1<A> listener) {
        checkReadable(first);
        return on(event, received -> listener.received(bind(received, 0, first), received));
    }

    @Override
    public <A, B> Socket on(String event, Class<A> first, Class<B> second, EventListener2<A, B> listener) {
        return on(event, TypeRef.of(first), TypeRef.of(second), listener);
    }

    @Override
    public <A, B> Socket on(String event, TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener) {
        checkReadable(first, second);
        return on(event, received -> listener.received(bind(received, 0, first), bind(received, 1, second), received));
    }

    @Override
    public <A, B, C> Socket on(
            String event, Class<A> first, Class<B> second, Class<C> third, EventListener3<A, B, C> listener) {
        return on(event, TypeRef.of(first), TypeRef.of(second), TypeRef.of(third), listener);
    }

    @Override
    public <A, B, C> Socket on(
            String event, TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener) {
        checkReadable(first, second, third);
        return on(
                event,
                received -> listener.received(
                        bind(received, 0, first), bind(received, 1, second), bind(received, 2, third), received));
    }

    /** Calls the listeners of an event; answers whether there are any. */
    boolean deliver(CoreEvent event) {
        return listeners.deliver(event);
    }

    @SuppressWarnings("NullAway") // a listener is given null for what is missing, as Socket.on says
    private static <T> T bind(SocketEvent event, int index, TypeRef<T> type) {
        return event.argument(index, type);
    }

    private void checkReadable(TypeRef<?>... types) {
        for (TypeRef<?> type : types) {
            json().checkReadable(type.type());
        }
    }
}
