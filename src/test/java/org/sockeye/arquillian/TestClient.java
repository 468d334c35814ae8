package org.sockeye.arquillian;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The official Java client, with answers that a test can wait for. */
final class TestClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private record Event(String name, List<Object> arguments) {}

    private final Socket socket;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final String id;

    /** Connects to the web application at this address, and waits until the client is on its last transport. */
    TestClient(URL application, ClientTransport transport) throws Exception {
        this(application, "socket.io", transport);
    }

    /** Connects to one of several servers, which are told apart by their paths. */
    TestClient(URL application, String server, ClientTransport transport) throws Exception {
        this.socket =
                IO.socket(application.toURI().resolve("/"), transport.options(application.getPath() + server + "/"));
        CompletableFuture<ClientTransport> reached = new CompletableFuture<>();
        CompletableFuture<String> connected = new CompletableFuture<>();
        socket.on(Socket.EVENT_CONNECT, ignored -> connected.complete(socket.id()));
        socket.io().on(Manager.EVENT_TRANSPORT, ignored -> followUpgrade(reached, transport));
        socket.onAnyIncoming(arguments ->
                events.add(new Event((String) arguments[0], List.of(arguments).subList(1, arguments.length))));
        socket.on(Socket.EVENT_CONNECT_ERROR, error -> reached.completeExceptionally(new AssertionError(error[0])));
        socket.connect();
        reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        this.id = connected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The engine is not public; nothing else tells of an upgrade. */
    private void followUpgrade(CompletableFuture<ClientTransport> reached, ClientTransport transport) {
        try {
            Field field = Manager.class.getDeclaredField("engine");
            field.setAccessible(true);
            io.socket.engineio.client.Socket engine = (io.socket.engineio.client.Socket) field.get(socket.io());
            engine.on(transport.upgrades() ? "upgrade" : "open", ignored -> reached.complete(transport));
        } catch (ReflectiveOperationException failed) {
            reached.completeExceptionally(failed);
        }
    }

    String id() {
        return id;
    }

    void emit(String event, Object... arguments) {
        socket.emit(event, arguments);
    }

    /** Emits with a callback, and answers with what it was given. */
    List<Object> ask(String event, Object... arguments) throws Exception {
        CompletableFuture<List<Object>> reply = new CompletableFuture<>();
        socket.emit(event, arguments, (Ack) answers -> reply.complete(List.of(answers)));
        return reply.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The arguments of the next event of that name; other events before it are skipped. */
    List<Object> await(String name) throws InterruptedException {
        while (true) {
            Event next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no event " + name + " in " + PATIENCE_SECONDS + " seconds");
            }
            if (next.name().equals(name)) {
                return next.arguments();
            }
        }
    }

    @Override
    public void close() {
        socket.disconnect();
    }
}
