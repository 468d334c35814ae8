package org.sockeye.arquillian;

import static java.util.Objects.requireNonNull;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sockeye.arquillian.container.TestUser;

/** The official Java client, with answers that a test can wait for. */
final class TestClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    /** The server says no. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Object why;

        Refused(Object why) {
            super(String.valueOf(why));
            this.why = why;
        }
    }

    private record Event(String name, List<Object> arguments) {}

    private final Socket socket;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> disconnected = new CompletableFuture<>();
    private final String id;

    /** Connects to the web application at this address, and waits until the client is on its last transport. */
    TestClient(URL application, ClientTransport transport) throws Exception {
        this(application, "/", transport, options -> {});
    }

    /** As above, in another namespace than the main one. */
    TestClient(URL application, String namespace, ClientTransport transport) throws Exception {
        this(application, namespace, transport, options -> {});
    }

    /** Connects to a namespace with further options, such as {@code auth}. */
    TestClient(URL application, String namespace, ClientTransport transport, Consumer<IO.Options> more)
            throws Exception {
        IO.Options options = transport.options(application.getPath() + "socket.io/");
        more.accept(options);
        this.socket = IO.socket(application.toURI().resolve(namespace), options);
        CompletableFuture<ClientTransport> reached = new CompletableFuture<>();
        CompletableFuture<String> connected = new CompletableFuture<>();
        socket.on(Socket.EVENT_CONNECT, ignored -> connected.complete(socket.id()));
        socket.io().on(Manager.EVENT_TRANSPORT, ignored -> followUpgrade(reached, transport));
        socket.onAnyIncoming(arguments ->
                events.add(new Event((String) arguments[0], List.of(arguments).subList(1, arguments.length))));
        socket.on(Socket.EVENT_CONNECT_ERROR, error -> {
            reached.completeExceptionally(new Refused(error[0]));
            connected.completeExceptionally(new Refused(error[0]));
        });
        socket.on(Socket.EVENT_DISCONNECT, reason -> disconnected.complete((String) reason[0]));
        socket.connect();
        try {
            this.id = connected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            socket.disconnect();
            throw refused;
        }
    }

    /** Connects to one of several servers, which are told apart by their paths. */
    static TestClient ofServer(URL application, String server, ClientTransport transport) throws Exception {
        return new TestClient(
                application, "/", transport, options -> options.path = application.getPath() + server + "/");
    }

    /** Tries to connect to a namespace, and answers with what the server says why not. */
    static Object refused(URL application, String namespace, ClientTransport transport, Consumer<IO.Options> more)
            throws Exception {
        try (TestClient client = new TestClient(application, namespace, transport, more)) {
            throw new AssertionError(client.id() + " was not refused");
        } catch (ExecutionException refused) {
            return ((Refused) requireNonNull(refused.getCause())).why;
        }
    }

    /** Logs in as this user by HTTP's own means. */
    static Consumer<IO.Options> as(TestUser user) {
        String credentials = user.name() + ":" + user.password();
        String header = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return options -> options.extraHeaders = Map.of("Authorization", List.of(header));
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
        return await("event " + name, event -> event.name().equals(name));
    }

    /**
     * As above, where the first argument says what it is about. What everybody is told when a client goes may be of a client of the test before, which
     * the server may notice while this test runs.
     */
    List<Object> await(String name, Object about) throws InterruptedException {
        return await(
                "event " + name + " about " + about,
                event -> event.name().equals(name)
                        && !event.arguments().isEmpty()
                        && event.arguments().get(0).equals(about));
    }

    private List<Object> await(String what, Predicate<Event> wanted) throws InterruptedException {
        while (true) {
            Event next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no " + what + " in " + PATIENCE_SECONDS + " seconds");
            }
            if (wanted.test(next)) {
                return next.arguments();
            }
        }
    }

    /** Waits until the server has disconnected this client, and answers with the reason. */
    String awaitDisconnection() throws Exception {
        return disconnected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.disconnect();
    }
}
