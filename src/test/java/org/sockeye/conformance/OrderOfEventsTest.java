package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Inbox;

/** The events of one client are handled in the order in which it sent them, also across the upgrade. */
class OrderOfEventsTest extends ThreadsSuite {

    private static final int BEFORE = 10;
    private static final int ALL = 20;

    private final Inbox<Integer> handled = new Inbox<>();

    @ParameterizedTest
    @ValueSource(strings = {"container", "executor"})
    void events_sent_before_during_and_after_the_upgrade(String dispatch) {
        start(socket -> socket.on("e", int.class, (n, event) -> handled.add(n)), "dispatch", dispatch);
        Crossing peer = connectToCross();
        IntStream.range(0, BEFORE - 2).forEach(n -> send(peer, n));
        peer.cross(() -> IntStream.range(BEFORE - 2, BEFORE).forEach(n -> send(peer, n)));
        IntStream.range(BEFORE, ALL).forEach(n -> send(peer, n));
        assertInOrder();
    }

    @Test
    void events_of_the_WebSocket_wait_for_those_of_long_polling_that_are_handled_yet() {
        CountDownLatch release = new CountDownLatch(1);
        start(
                socket -> socket.on("e", int.class, (n, event) -> {
                    await(release);
                    handled.add(n);
                }),
                "dispatch",
                "executor");
        Crossing peer = connectToCross();
        IntStream.range(0, BEFORE).forEach(n -> send(peer, n));
        peer.cross(() -> {});
        IntStream.range(BEFORE, ALL).forEach(n -> send(peer, n));
        awaitThatAllIsRead(peer, connected.next());
        assertThat(handled.isEmpty()).isTrue();
        release.countDown();
        assertInOrder();
    }

    private static void send(Peer peer, int n) {
        peer.send("42[\"e\"," + n + "]");
    }

    /** An acknowledgement does not wait for events, but is read after them. */
    private static void awaitThatAllIsRead(Peer peer, Socket socket) {
        CompletableFuture<Reply> reply = socket.emitWithAck("read?").toCompletableFuture();
        assertThat(next(peer)).isEqualTo("420[\"read?\"]");
        peer.send("430[]");
        EngineClient.get(reply);
    }

    private void assertInOrder() {
        assertThat(handled.next(ALL)).isEqualTo(IntStream.range(0, ALL).boxed().toList());
    }
}
