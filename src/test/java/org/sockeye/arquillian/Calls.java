package org.sockeye.arquillian;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sockeye.Acknowledgement;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.ErrorMapper;
import org.sockeye.cdi.On;

/** Observers that are called in an order, that share, that answer, and that throw. */
@ApplicationScoped
public class Calls {

    public record Item(String name) {}

    private final Map<String, List<Item>> shared = new ConcurrentHashMap<>();
    private final Queue<Integer> order = new ConcurrentLinkedQueue<>();

    @Inject
    Visits visits;

    @Inject
    Event<String> own;

    /** What goes wrong is told to the client, which an application had better not do. */
    void started(@Observes @Initialized(ApplicationScoped.class) Object event, SocketIoServer io) {
        io.onError(error -> Objects.requireNonNull(error.socket())
                .emit("failed", error.kind().name(), error.cause().getClass().getName()));
    }

    void third(@Observes @Priority(3000) @On("order") SocketEvent event) {
        order.add(3);
        event.answer(List.copyOf(order));
    }

    void first(@Observes @Priority(1000) @On("order") String text) {
        order.clear();
        order.add(1);
    }

    void second(@Observes @Priority(2000) @On("order") SocketEvent event) {
        order.add(2);
    }

    void keep(@Observes @Priority(1) @On("share") List<Item> items, Socket socket) {
        shared.put(socket.id(), items);
    }

    void compare(@Observes @Priority(2) @On("share") List<Item> items, Socket socket, Acknowledgement ack) {
        ack.answer(items == shared.get(socket.id()), items.get(0).name());
    }

    void count(@Observes @On("async") SocketEvent event) {
        visits.count();
    }

    void later(@ObservesAsync @On("async") Item item, Socket from, Acknowledgement ack) {
        ack.answer(item.name(), from.id(), visits.count());
    }

    void fail(@Observes @Priority(1) @On("fail") SocketEvent event) throws IOException {
        throw new IOException("expected in this test");
    }

    void listen(@Observes @Priority(2) @On("fail") SocketEvent event) {
        event.socket().emit("heard", event.name());
    }

    void answerTwice(@Observes @On("answer") SocketEvent event, Acknowledgement ack) {
        boolean counts = event.answer("first");
        event.socket().emit("answered", counts, ack.answer("second"));
    }

    /** What clients are answered who want to buy what is sold out. */
    @Produces
    @ApplicationScoped
    ErrorMapper apologies() {
        return error -> error.cause() instanceof IllegalArgumentException soldOut
                ? Map.of("soldOut", String.valueOf(soldOut.getMessage()))
                : null;
    }

    void soldOut(@Observes @On("buy") Item item) {
        throw new IllegalArgumentException(item.name());
    }

    /** On a thread that belongs to no event. */
    void fire(@Observes @On("fire") SocketEvent event) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                own.select(On.Literal.of("own")).fire("text");
                event.answer("not refused");
            } catch (RuntimeException refused) {
                event.answer(message(refused));
            }
        });
        thread.start();
        thread.join();
    }

    void ownEvent(@Observes @On("own") String text, Socket socket) {
        socket.emit("own", text);
    }

    /** Of the innermost cause, which the container may have put something around. */
    private static String message(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? String.valueOf(thrown.getMessage()) : message(cause);
    }
}
