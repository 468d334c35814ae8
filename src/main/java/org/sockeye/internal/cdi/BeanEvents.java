package org.sockeye.internal.cdi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.cdi.Connected;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.Failures;
import org.sockeye.internal.core.Outcome;
import org.sockeye.internal.core.ReceivedEvent;
import org.sockeye.spi.JsonCodec;

/** Calls the observers of one application. */
final class BeanEvents implements ApplicationEvents {

    private final Observers observers;
    private final List<Observer> ofConnections;
    private final List<Observer> ofDisconnections;
    private final RequestContexts requestContexts;

    BeanEvents(Observers observers, RequestContexts requestContexts) {
        this.observers = observers;
        this.ofConnections = observers.of(Kind.CONNECTED);
        this.ofDisconnections = observers.of(Kind.DISCONNECTED);
        this.requestContexts = requestContexts;
    }

    @Override
    public boolean hasObservers() {
        return !observers.isEmpty();
    }

    @Override
    public void checkReadable(JsonCodec json) {
        observers.checkReadable(json);
    }

    @Override
    public void inRequestContext(Runnable work) {
        requestContexts.during(work);
    }

    @Override
    public void connected(Socket socket, Failures failures) {
        Current.during(
                socket,
                null,
                () -> ofConnections.forEach(observer -> observer.call(socket, Connected.Literal.INSTANCE, failures)));
    }

    @Override
    public boolean received(ReceivedEvent event, Outcome outcome) {
        List<Observer> interested = observers.ofEvent(event.name());
        Current.during(
                event.socket(),
                event.acknowledgement(),
                () -> interested.forEach(observer -> observer.receive(event, outcome)));
        return !interested.isEmpty();
    }

    @Override
    public void disconnected(Socket socket, DisconnectReason reason, @Nullable String description, Failures failures) {
        Disconnection gone = new Disconnection(socket, reason, description);
        Current.during(
                socket,
                null,
                () -> ofDisconnections.forEach(
                        observer -> observer.call(gone, Disconnected.Literal.INSTANCE, failures)));
    }
}
