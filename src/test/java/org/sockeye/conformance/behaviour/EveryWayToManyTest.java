package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.AckTimeoutException;
import org.sockeye.Broadcaster;
import org.sockeye.RemoteSocket;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.Transport;
import org.sockeye.features.Covers;
import org.sockeye.harness.Eventually;

/** What may be done to many sockets is the same wherever it begins: with the server, with a namespace, or with a choice of sockets. */
class EveryWayToManyTest extends Behaviour {

    /** Where it begins; {@code nobody} is a room without members. */
    enum Beginning {
        SERVER(io -> io),
        NAMESPACE(io -> io.of("/")),
        CHOICE(io -> io.except("nobody"));

        private final Function<SocketIoServer, Broadcaster> of;

        Beginning(Function<SocketIoServer, Broadcaster> of) {
            this.of = of;
        }
    }

    EveryWayToManyTest() {
        super(Transport.WEBSOCKET);
    }

    private Broadcaster everyone(Beginning beginning) {
        return beginning.of.apply(tomcat().server());
    }

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @ParameterizedTest
    @EnumSource
    @Covers({
        "Server.to",
        "Server.in",
        "Server.except",
        "Namespace.to",
        "Namespace.in",
        "Namespace.except",
        "BroadcastOperator.to",
        "BroadcastOperator.in",
        "BroadcastOperator.except"
    })
    void it_is_narrowed_by_rooms(Beginning beginning) {
        start();
        SocketClient inside = client();
        SocketClient outside = client();
        socketOf(inside).join("room");
        everyone(beginning).to("room").emit("to");
        everyone(beginning).in("room").emit("in");
        everyone(beginning).except("room").emit("except");
        assertThat(inside.heard()).containsExactly("2[\"to\"]", "2[\"in\"]");
        assertThat(outside.heard()).containsExactly("2[\"except\"]");
    }

    @ParameterizedTest
    @EnumSource
    @Covers({
        "Server.send",
        "Server.compress",
        "Server.volatile",
        "Server.local",
        "Namespace.send",
        "Namespace.compress",
        "Namespace.volatile",
        "Namespace.local",
        "BroadcastOperator.compress",
        "BroadcastOperator.volatile",
        "BroadcastOperator.local"
    })
    void it_tells_all_of_this_node_in_the_way_that_was_asked_for(Beginning beginning) {
        start();
        SocketClient client = client();
        everyone(beginning).send("hello");
        everyone(beginning).compress(false).emit("not compressed");
        everyone(beginning).local().emit("on this node");
        assertThat(client.heard())
                .containsExactly("2[\"message\",\"hello\"]", "2[\"not compressed\"]", "2[\"on this node\"]");
        Eventually.is(
                () -> { // it is lost while something else is being written
                    everyone(beginning).asVolatile().emit("perhaps");
                    return client.heard().contains("2[\"perhaps\"]");
                });
    }

    @ParameterizedTest
    @EnumSource
    @Covers({"Server.timeout", "Namespace.timeout", "BroadcastOperator.timeout", "BroadcastOperator.emitWithAck"})
    void it_asks_all_and_has_the_replies_that_came(Beginning beginning) {
        start();
        SocketClient one = client();
        SocketClient two = client();
        CompletionStage<List<Reply>> replies =
                everyone(beginning).timeout(Duration.ofSeconds(20)).emitWithAck("vote");
        answer(one, "yes");
        answer(two, "no");
        assertThat(now(replies))
                .extracting(reply -> reply.argument(0, String.class))
                .containsExactlyInAnyOrder("yes", "no");
    }

    private static void answer(SocketClient client, String vote) {
        String question = client.next();
        assertThat(question).matches("2\\d+\\[\"vote\"]");
        client.send("3" + question.substring(1, question.indexOf('[')) + "[\"" + vote + "\"]");
    }

    @ParameterizedTest
    @EnumSource
    @Covers({"Server.timeout", "Namespace.timeout", "BroadcastOperator.timeout", "BroadcastOperator.emitWithAck"})
    void it_waits_no_longer_than_it_was_told_to(Beginning beginning) {
        start();
        client();
        CompletionStage<List<Reply>> replies =
                everyone(beginning).timeout(Duration.ofMillis(50)).emitWithAck("vote");
        assertThatThrownBy(() -> now(replies)).hasCauseInstanceOf(AckTimeoutException.class);
    }

    @ParameterizedTest
    @EnumSource
    @Covers({"Server.fetchSockets", "Namespace.fetchSockets", "BroadcastOperator.fetchSockets"})
    void it_says_who_is_there(Beginning beginning) {
        start();
        SocketClient one = client();
        SocketClient two = client();
        client("/elsewhere");
        assertThat(now(everyone(beginning).fetchSockets()))
                .extracting(RemoteSocket::id)
                .containsExactlyInAnyOrder(one.id(), two.id());
    }

    @ParameterizedTest
    @EnumSource
    @Covers({
        "Server.socketsJoin",
        "Namespace.socketsJoin",
        "BroadcastOperator.socketsJoin",
        "Server.socketsLeave",
        "Namespace.socketsLeave",
        "BroadcastOperator.socketsLeave"
    })
    void it_puts_all_into_rooms_and_takes_them_out(Beginning beginning) {
        start();
        SocketClient client = client();
        everyone(beginning).socketsJoin("a", "b");
        assertThat(socketOf(client).rooms()).containsExactlyInAnyOrder(client.id(), "a", "b");
        everyone(beginning).socketsLeave("a", "b");
        assertThat(socketOf(client).rooms()).containsExactly(client.id());
    }

    @ParameterizedTest
    @EnumSource
    @Covers({"Server.disconnectSockets", "Namespace.disconnectSockets", "BroadcastOperator.disconnectSockets"})
    void it_disconnects_all_of_the_namespace_or_altogether(Beginning beginning) {
        start();
        SocketClient client = client();
        everyone(beginning).disconnectSockets();
        assertThat(client.next()).isEqualTo("1");
        client.connect("/");
        Eventually.is(() -> !tomcat().server().of("/").sockets().isEmpty());
        everyone(beginning).disconnectSockets(true);
        client.awaitEnd();
    }

    @Test
    @Covers({
        "Server.serverSideEmit",
        "Server.serverSideEmitWithAck",
        "Namespace.serverSideEmit",
        "Namespace.serverSideEmitWithAck"
    })
    void other_servers_that_there_are_not_answer_at_once() {
        SocketIoServer io = start();
        io.of("/").on("load", event -> event.answer("not asked: it is this server"));
        io.serverSideEmit("load");
        io.of("/").serverSideEmit("load");
        assertThat(now(io.serverSideEmitWithAck("load"))).isEmpty();
        assertThat(now(io.of("/").serverSideEmitWithAck("load"))).isEmpty();
    }

    @Test
    @Covers({"RemoteSocket.id", "RemoteSocket.handshake", "RemoteSocket.rooms", "RemoteSocket.data"})
    void who_was_fetched_says_who_it_is() {
        SocketIoServer io = start();
        SocketClient client = open().connect("/", "{\"token\":\"abc\"}");
        Eventually.is(() -> !io.of("/").sockets().isEmpty());
        socketOf(client).data().put("name", "Ada");
        RemoteSocket fetched = now(io.fetchSockets()).get(0);
        assertThat(fetched.id()).isEqualTo(client.id());
        assertThat(fetched.handshake().auth()).containsEntry("token", "abc");
        assertThat(fetched.rooms()).isEqualTo(Set.of(client.id()));
        assertThat(fetched.data().get("name", String.class)).isEqualTo("Ada");
    }

    @Test
    @Covers({
        "RemoteSocket.emit",
        "RemoteSocket.timeout",
        "RemoteSocket.join",
        "RemoteSocket.leave",
        "RemoteSocket.disconnect"
    })
    void who_was_fetched_is_told_asked_moved_and_sent_away() {
        SocketIoServer io = start();
        SocketClient client = client();
        RemoteSocket fetched = now(io.fetchSockets()).get(0);
        fetched.emit("hello");
        assertThat(client.next()).isEqualTo("2[\"hello\"]");
        CompletionStage<Reply> reply = fetched.timeout(Duration.ofSeconds(20)).emitWithAck("vote");
        answer(client, "yes");
        assertThat(now(reply).argument(0, String.class)).isEqualTo("yes");
        fetched.join("room");
        assertThat(socketOf(client).rooms()).contains("room");
        fetched.leave("room");
        assertThat(socketOf(client).rooms()).doesNotContain("room");
        fetched.disconnect(true);
        client.awaitEnd();
    }

    @Test
    @Covers({"Socket.send", "Socket.data", "Socket.local", "Socket.in", "Socket.connected", "Socket.disconnected"})
    void a_socket_has_the_same_and_knows_whether_it_is_there() {
        start();
        SocketClient one = client();
        SocketClient two = client();
        socketOf(two).join("room");
        socketOf(one).send("hello");
        assertThat(one.heard()).containsExactly("2[\"message\",\"hello\"]");
        socketOf(one).in("room").emit("to the room");
        socketOf(one).broadcast().local().emit("to the others on this node");
        assertThat(two.heard()).containsExactly("2[\"to the room\"]", "2[\"to the others on this node\"]");
        assertThat(one.heard()).isEmpty();
        Socket socket = socketOf(one);
        socket.data().put("score", 5);
        assertThat(socket.data().get("score", Integer.class)).isEqualTo(5);
        assertThat(socket.isConnected()).isTrue();
        socket.disconnect();
        assertThat(socket.isConnected()).isFalse();
    }
}
