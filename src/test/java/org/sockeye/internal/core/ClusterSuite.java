package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sockeye.Dispatch;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.core.CoreSuite.Peer;
import org.sockeye.internal.engine.ManualTimer;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.internal.json.Codecs;
import org.sockeye.spi.JsonCodec;

/** Three servers that know of each other by data alone, each with its clients. */
abstract class ClusterSuite {

    private static final JsonCodec JSON = Codecs.overJsonB().findFirst().orElseThrow();

    final ManualTimer timer = new ManualTimer();
    final CountingExecutor executor;
    final Broker broker = new Broker();
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final Node a;
    final Node b;
    final Node c;
    /** In red on a. */
    final Peer a1;
    /** In red on b. */
    final Peer b1;

    final Peer b2;
    final Peer c1;

    ClusterSuite(Dispatch dispatch, CountingExecutor executor) {
        this.executor = executor;
        a = new Node("a", dispatch);
        b = new Node("b", dispatch);
        c = new Node("c", dispatch);
        a1 = a.connect("{\"name\":\"a1\"}");
        b1 = b.connect("{\"name\":\"b1\"}");
        b2 = b.connect("{}");
        c1 = c.connect("{}");
    }

    @BeforeEach
    void two_are_in_red() {
        a1.socket().join("red");
        b1.socket().join("red");
    }

    @AfterEach
    void end() {
        executor.close();
    }

    /** One server. */
    final class Node {
        final String name;
        final CoreServer server;
        private final SessionListener.Factory sessions;
        private final AtomicReference<Socket> connected = new AtomicReference<>();

        Node(String name, Dispatch dispatch) {
            this.name = name;
            server = new CoreServer(
                    name,
                    new URLClassLoader(new URL[0], ClusterSuite.class.getClassLoader()),
                    local -> broker.member(name, local, timer));
            server.onConnection(connected::set);
            SocketIoConfig config = SocketIoConfig.builder()
                    .set("dispatch", dispatch.name().toLowerCase(Locale.ROOT))
                    .build();
            sessions = server.start(new ServerEnvironment(config, timer, executor, ApplicationEvents.NONE, JSON));
        }

        /** A client of a user. */
        Peer connectAs(String user) {
            return connect(new FakeConnection("sid of " + user + " on " + name).by(() -> user), "");
        }

        Peer connect(String auth) {
            return connect(new FakeConnection("sid of " + name), auth);
        }

        private Peer connect(FakeConnection client, String auth) {
            FakeConnection connection = client.openedBy(sessions);
            connection.says("0" + auth);
            settle();
            connection.forgetWhatWasHeard();
            return new Peer(connection, Objects.requireNonNull(connected.get()));
        }
    }

    void settle() {
        try {
            executor.awaitIdle();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    static List<String> texts(List<Reply> replies) {
        return replies.stream()
                .map(reply -> String.valueOf(reply.argument(0, String.class)))
                .toList();
    }

    static <T extends Throwable> T failure(Class<T> type, CompletionStage<?> stage) {
        List<Throwable> failures = new ArrayList<>();
        CompletableFuture<?> told =
                stage.whenComplete((value, failure) -> failures.add(failure)).toCompletableFuture();
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> told.get(10, TimeUnit.SECONDS));
        assertThat(failures.get(0)).isInstanceOf(type);
        return type.cast(failures.get(0));
    }

    /** The socket of another server, as {@code a} sees it. */
    RemoteSocket fetched(Peer peer) throws Exception {
        List<RemoteSocket> found = result(a.server.in(peer.socket().id()).fetchSockets());
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).isNotInstanceOf(Socket.class);
        return found.get(0);
    }
}
