package org.sockeye.internal.cdi;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.DisconnectReason;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.Disconnection;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.Candidacy;
import org.sockeye.internal.core.Delivery;
import org.sockeye.internal.core.Failures;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.Outcome;
import org.sockeye.internal.core.ReceivedEvent;
import org.sockeye.spi.JsonCodec;

/** Calls the observers of one application, or of one server of it. */
final class BeanEvents implements ApplicationEvents {

    private final Observers observers;
    private final RequestContexts requestContexts;
    private final SocketContext socketContext;
    private final ErrorMappers mappers;

    BeanEvents(
            Observers observers, RequestContexts requestContexts, SocketContext socketContext, ErrorMappers mappers) {
        this.observers = observers;
        this.requestContexts = requestContexts;
        this.socketContext = socketContext;
        this.mappers = mappers;
    }

    SocketContext socketContext() {
        return socketContext;
    }

    @Override
    public boolean hasObservers() {
        return !observers.isEmpty();
    }

    @Override
    public Set<String> roles() {
        return observers.roles();
    }

    @Override
    public ApplicationEvents of(ManagedServer server) {
        Observers itsOwn = observers.of(server);
        itsOwn.prepare(server);
        return new BeanEvents(itsOwn, requestContexts, socketContext, mappers);
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
    public void inContextOf(Socket socket, Runnable work) {
        Current.during(socket, null, () -> requestContexts.during(work));
    }

    @Override
    public void forget(Socket socket) {
        if (socketContext.hasBeansOf(socket)) {
            inContextOf(socket, () -> socketContext.end(socket));
        }
    }

    @Override
    public @Nullable Object answerTo(SocketError error) {
        return mappers.toAnswer(error);
    }

    @Override
    public void connecting(Candidacy candidacy) {
        Socket socket = candidacy.socket();
        ConnectionRequest request = new CandidateRequest(candidacy);
        Failures refusal = thrown -> {
            candidacy.refuse(thrown);
            return true;
        };
        Current.during(socket, null, () -> {
            for (Observer observer : of(socket).of(Kind.CONNECTING)) {
                if (candidacy.isRefused()) {
                    return;
                }
                if (observer.isFor(socket)) {
                    observer.call(request, null, refusal);
                } else {
                    candidacy.refuse(new ConnectionRefusedException("Forbidden"));
                }
            }
        });
    }

    @Override
    public void connected(Socket socket, Delivery delivery) {
        tell(Kind.CONNECTED, socket, socket, delivery);
    }

    @Override
    public boolean received(ReceivedEvent event, Outcome outcome) {
        List<Observer> interested = of(event.socket()).ofEvent(event.name());
        if (interested.isEmpty()) {
            return false;
        }
        BoundPayloads payloads = new BoundPayloads(event, interested.size());
        Current.during(
                event.socket(),
                event.acknowledgement(),
                () -> interested.forEach(observer -> receive(observer, payloads, outcome)));
        return true;
    }

    private void receive(Observer observer, BoundPayloads payloads, Outcome outcome) {
        ReceivedEvent event = payloads.event();
        if (!observer.isFor(event.socket())) {
            observer.forbid(event, outcome);
            return;
        }
        Object value;
        try {
            value = payloads.of(observer);
        } catch (PayloadException unfit) {
            observer.leaveOut(event, unfit, outcome);
            return;
        } catch (Throwable failure) { // of a constraint's validator, say
            observer.failed(failure, event.name(), outcome);
            return;
        }
        if (observer.isAsync()) {
            later(observer, value, event.name(), outcome);
        } else if (!observer.call(value, event.name(), outcome)) {
            return;
        }
        if (!observer.isForAnyEvent()) {
            outcome.returned();
        }
    }

    @Override
    public void disconnecting(Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {
        tell(Kind.DISCONNECTING, socket, new Disconnection(socket, reason, description), delivery);
    }

    @Override
    public void disconnected(Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {
        tell(Kind.DISCONNECTED, socket, new Disconnection(socket, reason, description), delivery);
    }

    private void tell(Kind kind, Socket socket, Object payload, Delivery delivery) {
        List<Observer> interested = of(socket).of(kind);
        if (!interested.isEmpty()) {
            Current.during(socket, null, () -> interested.stream()
                    .filter(observer -> observer.isFor(socket))
                    .forEach(observer -> tell(observer, payload, delivery)));
        }
    }

    private void tell(Observer observer, Object payload, Delivery delivery) {
        if (observer.isAsync()) {
            later(observer, payload, null, delivery);
        } else {
            observer.call(payload, null, delivery);
        }
    }

    /** Calls an asynchronous observer of what is current, in a request context of its own. */
    private void later(Observer observer, Object payload, @Nullable String event, Delivery delivery) {
        delivery.later(
                socketContext.carry(failures -> observer.call(payload, event, failures), requestContexts::during));
    }

    private NamespaceObservers of(Socket socket) {
        return observers.in(socket.namespace().name());
    }
}
