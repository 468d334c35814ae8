package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.Transport;

/** What a listener that waits costs: for an acknowledgement of its own client, or for something else. */
class WaitingListenersTest extends ThreadsSuite {

    private static final Duration PING_TIMEOUT = Duration.ofMillis(700);

    private final CountDownLatch neverOpened = new CountDownLatch(1);

    @ParameterizedTest
    @EnumSource
    void one_that_joins_on_the_reply_of_its_own_client_gets_it_on_an_executor(Transport transport) {
        assertThat(joined(transport, "executor")).isEqualTo("yes");
    }

    @ParameterizedTest
    @EnumSource
    @EnabledForJreRange(min = JRE.JAVA_21)
    void one_that_joins_on_the_reply_of_its_own_client_gets_it_on_a_virtual_thread(Transport transport) {
        assertThat(joined(transport, "virtual")).isEqualTo("yes");
    }

    @ParameterizedTest
    @EnumSource
    void one_that_joins_on_a_thread_of_the_container_is_told_the_setting_at_once(Transport transport) {
        start(socket -> socket.on("go", WaitingListenersTest::join), "dispatch", "container", "ackTimeout", "60000");
        Peer peer = connect(transport);
        peer.send("420[\"go\"]");
        assertThat(next(peer)).isEqualTo("420[\"sure?\"]");
        assertThat(next(peer)).contains("set dispatch to executor or virtual");
    }

    /** What the client's event is answered with, by a listener that asked the client. */
    private String joined(Transport transport, String dispatch) {
        start(socket -> socket.on("go", WaitingListenersTest::join), "dispatch", dispatch);
        Peer peer = connect(transport);
        peer.send("420[\"go\"]");
        assertThat(next(peer)).isEqualTo("420[\"sure?\"]");
        peer.send("430[\"yes\"]");
        return next(peer).replaceAll("^430\\[\"|\"]$", "");
    }

    private static void join(SocketEvent event) {
        try {
            Reply reply =
                    event.socket().emitWithAck("sure?").toCompletableFuture().join();
            event.answer(reply.argument(0, String.class));
        } catch (IllegalStateException refused) {
            event.answer(refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"POLLING, container", "WEBSOCKET, container", "POLLING, executor", "WEBSOCKET, executor"})
    void one_that_blocks_for_three_ping_timeouts_does_not_lose_its_session(Transport transport, String dispatch) {
        start(
                this::blockingOnce,
                "dispatch",
                dispatch,
                "pingInterval",
                "200",
                "pingTimeout",
                "" + PING_TIMEOUT.toMillis());
        Peer peer = connect(transport);
        peer.send("42[\"block\"]");
        assertThat(next(peer)).isEqualTo("42[\"done\"]");
        peer.send("420[\"alive?\"]");
        assertThat(next(peer)).isEqualTo("430[\"yes\"]");
        assertThat(connected.next().isConnected()).isTrue();
    }

    private void blockingOnce(Socket socket) {
        socket.once("block", event -> {
            neverOpened.await(PING_TIMEOUT.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
            socket.emit("done");
        });
        socket.on("alive?", event -> event.answer("yes"));
    }
}
