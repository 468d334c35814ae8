package org.sockeye.internal.core;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.SocketError;
import org.sockeye.spi.JsonCodec;

/** Beans that keep a list of what they were told, and observe the event {@code observed}. */
final class RecordingEvents implements ApplicationEvents {

    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Override
    public boolean hasObservers() {
        return true;
    }

    @Override
    public ApplicationEvents of(ManagedServer server) {
        return this;
    }

    @Override
    public @Nullable Object answerTo(SocketError error) {
        return null;
    }

    @Override
    public void checkReadable(JsonCodec json) {
        log.add("checked with " + json.name());
    }

    @Override
    public void inRequestContext(Runnable work) {
        log.add("{");
        work.run();
        log.add("}");
    }

    @Override
    public void connecting(Candidacy candidacy) {
        log.add("connecting " + candidacy.socket().isConnected());
    }

    @Override
    public void connected(Socket socket, Delivery delivery) {
        log.add("connected " + socket.isConnected());
    }

    @Override
    public boolean received(ReceivedEvent event, Outcome outcome) {
        log.add("received " + event.name() + event.argument(0, (Type) String.class));
        return event.name().equals("observed");
    }

    @Override
    public void disconnecting(Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {
        log.add("disconnecting " + reason + socket.rooms().size());
    }

    @Override
    public void disconnected(Socket socket, DisconnectReason reason, @Nullable String description, Delivery delivery) {
        log.add("disconnected " + reason + socket.rooms());
    }
}
