package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.EngineSocket;
import org.sockeye.EventListener;
import org.sockeye.EventListener1;
import org.sockeye.Namespace;
import org.sockeye.NamespacePredicate;
import org.sockeye.ParentNamespace;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.SocketData;

/** What an application gives by mistake is refused where it is given, and the message names the parameter. */
@SuppressWarnings("NullAway") // which applications need not compile with
class NullsTest extends CoreSuite {

    private static final String NULL = null;
    private static final EventListener IGNORED = event -> {};

    NullsTest() {
        super(Dispatch.EXECUTOR);
    }

    private static void refuses(String parameter, ThrowingCallable... calls) {
        for (ThrowingCallable call : calls) {
            assertThatNullPointerException().isThrownBy(call).withMessage(parameter);
        }
    }

    @Test
    void a_listener_of_a_socket_is_refused() throws InterruptedException {
        Socket socket = connect().socket();
        refuses(
                "listener",
                () -> socket.on("x", (EventListener) null),
                () -> socket.on("x", String.class, (EventListener1<String>) null),
                () -> socket.once("x", (EventListener) null),
                () -> socket.off("x", null),
                () -> socket.onAny(null),
                () -> socket.prependAny(null),
                () -> socket.offAny(null),
                () -> socket.onAnyOutgoing(null),
                () -> socket.prependAnyOutgoing(null),
                () -> socket.offAnyOutgoing(null),
                () -> socket.onError(null),
                () -> socket.onDisconnecting(null),
                () -> socket.onDisconnect(null));
        assertThat(socket.listeners("x")).isEmpty();
    }

    @Test
    void a_listener_of_a_server_a_namespace_or_a_session_is_refused() throws InterruptedException {
        Namespace namespace = server.of("/");
        ParentNamespace parent = server.of((name, handshake) -> false);
        EngineSocket conn = connect().socket().conn();
        refuses(
                "listener",
                () -> server.onConnection(null),
                () -> server.onError(null),
                () -> server.onNewNamespace(null),
                () -> namespace.onConnection(null),
                () -> namespace.onRoom(null),
                () -> namespace.on("x", null),
                () -> namespace.off("x", null),
                () -> parent.onConnection(null),
                () -> parent.on("x", null),
                () -> conn.onUpgrade(null),
                () -> conn.onPacket(null),
                () -> conn.onPacketCreate(null),
                () -> conn.onDrain(null),
                () -> conn.onClose(null));
    }

    @Test
    void a_middleware_is_refused() throws InterruptedException {
        Socket socket = connect().socket();
        refuses(
                "middleware",
                () -> server.use(null),
                () -> server.useAsync(null),
                () -> socket.use(null),
                () -> socket.useAsync(null));
        refuses("predicate", () -> server.of((NamespacePredicate) null));
    }

    @Test
    void a_name_is_refused() throws InterruptedException {
        Socket socket = connect().socket();
        SocketData.Mutable data = socket.data();
        refuses(
                "name",
                () -> server.of(NULL),
                () -> data.put(NULL, 1),
                () -> data.get(NULL, String.class),
                () -> data.remove(NULL));
        refuses(
                "event",
                () -> socket.on(NULL, IGNORED),
                () -> socket.off(NULL),
                () -> socket.off(NULL, IGNORED),
                () -> socket.emit(NULL),
                () -> socket.emitWithAck(NULL),
                () -> server.emit(NULL),
                () -> server.on(NULL, event -> {}),
                () -> server.serverSideEmit(NULL));
    }

    @Test
    void the_name_of_a_room_is_refused_and_nothing_is_left_of_it() throws InterruptedException {
        Peer peer = connect();
        Socket socket = peer.socket();
        refuses(
                "room",
                () -> socket.join("a", NULL),
                () -> socket.leave(NULL),
                () -> socket.to(NULL),
                () -> server.except(NULL),
                () -> server.socketsJoin(NULL),
                () -> server.to("a").socketsLeave(NULL));
        assertThat(socket.rooms()).containsExactly(socket.id());
        socket.disconnect();
        settle();
        assertThat(server.of("/").sockets()).isEmpty();
        assertThat(server.of("/").rooms().count()).isZero();
    }

    @Test
    void a_value_that_is_missing_or_null_is_no_primitive() throws InterruptedException {
        SocketData.Mutable data = connect().socket().data();
        data.put("nothing", null);
        for (String name : new String[] {"missing", "nothing"}) {
            assertThatExceptionOfType(PayloadException.class)
                    .isThrownBy(() -> data.get(name, int.class))
                    .withMessage("The value is missing or null, and no int");
            assertThat(data.get(name, Integer.class)).isNull();
        }
    }
}
