package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.sockeye.SocketListener;
import org.sockeye.internal.protocol.ReservedEvents;

/**
 * The event listeners of one socket, by the event's name. The lists never change, so that an event is delivered to those that were there when it
 * began; a name that nobody listens to any more is forgotten. Safe for any thread.
 */
final class EventListeners {

    private final ConcurrentMap<String, List<Registration>> byName = new ConcurrentHashMap<>();

    void add(String name, Registration added) {
        ReservedEvents.refuse(name);
        change(name, registrations -> registrations.add(added));
    }

    /** Takes out the last registration of a listener, if there is one. */
    void remove(String name, SocketListener listener) {
        Objects.requireNonNull(name, "event");
        Objects.requireNonNull(listener, "listener");
        change(name, registrations -> {
            for (int i = registrations.size() - 1; i >= 0; i--) {
                if (registrations.get(i).given() == listener) {
                    registrations.remove(i);
                    break;
                }
            }
        });
    }

    void remove(String name) {
        byName.remove(Objects.requireNonNull(name, "event"));
    }

    void clear() {
        byName.clear();
    }

    List<Registration> of(String name) {
        return byName.getOrDefault(Objects.requireNonNull(name, "event"), List.of());
    }

    /** How many names are listened to. */
    int count() {
        return byName.size();
    }

    /** Whether it is the turn of a listener; one that is called once is taken out before. */
    boolean isNext(String name, Registration registration) {
        if (registration.isOnce()) {
            change(name, registrations -> registrations.remove(registration));
        }
        return registration.takeTurn();
    }

    private void change(String name, Consumer<List<Registration>> change) {
        byName.compute(name, (key, before) -> {
            List<Registration> changed = before == null ? new ArrayList<>() : new ArrayList<>(before);
            change.accept(changed);
            return changed.isEmpty() ? null : List.copyOf(changed);
        });
    }
}
