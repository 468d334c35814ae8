package org.sockeye.internal.core;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.ServerSideEvent;
import org.sockeye.ServerSideListener;
import org.sockeye.SocketError;
import org.sockeye.TypeRef;
import org.sockeye.internal.protocol.JsonArray;
import org.sockeye.internal.protocol.JsonText;
import org.sockeye.spi.AnswerPacket;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.JsonCodec;

/** The listeners of a namespace for what other servers send to it. */
final class ServerSideListeners {

    /** Names that mean something to the reference server itself. */
    private static final Set<String> RESERVED = Set.of("connect", "connection", "new_namespace");

    private final ConcurrentMap<String, Listeners<ServerSideListener>> byName = new ConcurrentHashMap<>();

    /** Makes sure that an event may have this name. */
    static void refuse(String event) {
        if (RESERVED.contains(Objects.requireNonNull(event, "event"))) {
            throw new IllegalArgumentException('"' + event + "\" is a reserved event name");
        }
    }

    /** Has what another one has now. */
    void copy(ServerSideListeners other) {
        other.byName.forEach((event, some) -> some.all().forEach(listener -> add(event, listener)));
    }

    void add(String event, ServerSideListener listener) {
        Objects.requireNonNull(listener, "listener");
        refuse(event);
        byName.computeIfAbsent(event, name -> new Listeners<>()).add(listener);
    }

    void remove(String event, ServerSideListener listener) {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(listener, "listener");
        Listeners<ServerSideListener> some = byName.get(event);
        if (some != null) {
            some.remove(listener);
        }
    }

    /** Calls the listeners of an event one after the other. On the dispatch. */
    void deliver(EventPacket packet, JsonCodec json, @Nullable Consumer<AnswerPacket> answer, Errors errors) {
        Event event = new Event(
                JsonText.unquote(packet.data().get(0)),
                new ReceivedArguments(json, JsonArray.of(packet.data()), 1, packet.attachments()),
                json,
                answer,
                new AtomicBoolean());
        Listeners<ServerSideListener> some = byName.get(event.name());
        List<ServerSideListener> called = some == null ? List.of() : some.all();
        called.forEach(listener -> call(listener, event, errors));
    }

    private static void call(ServerSideListener listener, Event event, Errors errors) {
        try {
            listener.received(event);
        } catch (Throwable failure) {
            SocketError error = new SocketError(SocketError.Kind.LISTENER, null, event.name(), null, failure);
            errors.failed(error, "A listener of the servers' event " + CoreLog.printable(event.name()));
        }
    }

    /** An event of another server. */
    private record Event(
            String name,
            ReceivedArguments arguments,
            JsonCodec json,
            @Nullable Consumer<AnswerPacket> asker,
            AtomicBoolean answered)
            implements ServerSideEvent {

        @Override
        public int count() {
            return arguments.count();
        }

        @Override
        public <T> @Nullable T argument(int index, Class<T> type) {
            return arguments.argument(index, type);
        }

        @Override
        public <T> @Nullable T argument(int index, TypeRef<T> type) {
            return arguments.argument(index, type);
        }

        @Override
        public boolean answer(@Nullable Object... values) {
            if (asker == null || answered.get()) {
                return false;
            }
            Content content = Content.encode(json, null, values);
            boolean first = answered.compareAndSet(false, true);
            if (first) {
                asker.accept(new AnswerPacket(content.data(), content.attachments()));
            }
            return first;
        }
    }
}
