package org.sockeye.internal.cdi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.cdi.ConnectionRequest;
import org.sockeye.cdi.Disconnection;
import org.sockeye.internal.cdi.Observation.Kind;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.Candidacy;
import org.sockeye.internal.core.Failures;
import org.sockeye.internal.core.Outcome;
import org.sockeye.internal.core.ReceivedEvent;
import org.sockeye.spi.JsonCodec;

/** Calls the observers of one application. */
final class BeanEvents implements ApplicationEvents {

    private final Observers observers;
    private final RequestContexts requestContexts;
    private final SocketContext socketContext;

    BeanEvents(Observers observers, RequestContexts requestContexts, SocketContext socketContext) {
        this.observers = observers;
        this.requestContexts = requestContexts;
        this.socketContext = socketContext;
    }

    SocketContext socketContext() {
        return socketContext;
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
    public void connecting(Candidacy candidacy) {
        Socket socket = candidacy.socket();
        ConnectionRequest request = new CandidateRequest(candidacy);
        Failures refusal = thrown -> {
            candidacy.refuse(thrown);
            return true;
        };
        Current.during(socket, null, () -> {
            for (Observer observer : of(Kind.CONNECTING, socket)) {
                if (!candidacy.isRefused()) {
                    observer.call(request, observer.observation().qualifier(), refusal);
                }
            }
        });
    }

    @Override
    public void connected(Socket socket, Failures failures) {
        tell(Kind.CONNECTED, socket, socket, failures);
    }

    @Override
    public boolean received(ReceivedEvent event, Outcome outcome) {
        List<Observer> interested = observers.ofEvent(event.socket().namespace().name(), event.name());
        Current.during(
                event.socket(),
                event.acknowledgement(),
                () -> interested.forEach(observer -> observer.receive(event, outcome)));
        return !interested.isEmpty();
    }

    @Override
    public void disconnecting(Socket socket, DisconnectReason reason, @Nullable String description, Failures failures) {
        tell(Kind.DISCONNECTING, socket, new Disconnection(socket, reason, description), failures);
    }

    @Override
    public void disconnected(Socket socket, DisconnectReason reason, @Nullable String description, Failures failures) {
        tell(Kind.DISCONNECTED, socket, new Disconnection(socket, reason, description), failures);
    }

    private void tell(Kind kind, Socket socket, Object payload, Failures failures) {
        Current.during(socket, null, () -> of(kind, socket)
                .forEach(observer ->
                        observer.call(payload, observer.observation().qualifier(), failures)));
    }

    private List<Observer> of(Kind kind, Socket socket) {
        return observers.of(kind, socket.namespace().name());
    }
}
