package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockeye.EventListener;
import org.sockeye.PayloadException;
import org.sockeye.internal.protocol.ReservedEvents;

/** The event listeners of one socket. */
final class EventListeners {

    private final ConcurrentMap<String, List<EventListener>> byName = new ConcurrentHashMap<>();

    private final FirstTimes misfits;

    /** The first misfit of each event is a warning; the listeners of many sockets may share that. */
    EventListeners(FirstTimes misfits) {
        this.misfits = misfits;
    }

    void add(String name, EventListener listener) {
        ReservedEvents.refuse(name);
        byName.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Calls the listeners one after the other; answers whether there are any. */
    boolean deliver(CoreEvent event) {
        List<EventListener> listeners = byName.getOrDefault(event.name(), List.of());
        listeners.forEach(listener -> call(listener, event));
        return !listeners.isEmpty();
    }

    private void call(EventListener listener, CoreEvent event) {
        try {
            listener.received(event);
        } catch (PayloadException unfit) {
            CoreLog.log(
                    misfits.isFirst(event.name()) ? Level.WARNING : Level.DEBUG,
                    "Event " + CoreLog.printable(event.name()) + " does not fit its listener: " + unfit.getMessage());
        } catch (Throwable failure) {
            CoreLog.failed("A listener of event " + CoreLog.printable(event.name()), failure);
        }
    }
}
