package org.sockeye.internal.core;

import org.sockeye.EventListener;
import org.sockeye.EventListener1;
import org.sockeye.EventListener2;
import org.sockeye.EventListener3;
import org.sockeye.SocketEvent;
import org.sockeye.TypeRef;

/** Listeners of arguments as listeners of events, whose arguments they bind. */
final class TypedListeners {

    private TypedListeners() {}

    static <A> EventListener of(TypeRef<A> first, EventListener1<A> listener) {
        return event -> listener.received(bind(event, 0, first), event);
    }

    static <A, B> EventListener of(TypeRef<A> first, TypeRef<B> second, EventListener2<A, B> listener) {
        return event -> listener.received(bind(event, 0, first), bind(event, 1, second), event);
    }

    static <A, B, C> EventListener of(
            TypeRef<A> first, TypeRef<B> second, TypeRef<C> third, EventListener3<A, B, C> listener) {
        return event -> listener.received(bind(event, 0, first), bind(event, 1, second), bind(event, 2, third), event);
    }

    @SuppressWarnings("NullAway") // a listener is given null for what is missing, as Socket.on says
    private static <T> T bind(SocketEvent event, int index, TypeRef<T> type) {
        return event.argument(index, type);
    }
}
