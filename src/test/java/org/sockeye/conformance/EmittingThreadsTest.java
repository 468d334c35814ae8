package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockeye.Socket;
import org.sockeye.Transport;

/** Two hundred threads emit to one socket, whatever carries it, some of them bytes: every event arrives once, whole, in its thread's order. */
class EmittingThreadsTest extends ThreadsSuite {

    private static final int THREADS = 200;
    private static final int EACH = 20;
    private static final Pattern EVENT = Pattern.compile("4(2|51-)\\[\"e\",(\\d+),(\\d+)(,.*)?]");

    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final int[] next = new int[THREADS];

    @Test
    void by_long_polling() throws InterruptedException {
        arrive(Transport.POLLING);
    }

    @Test
    void by_WebSocket() throws InterruptedException {
        arrive(Transport.WEBSOCKET);
    }

    @Test
    void while_the_client_goes_over_from_one_to_the_other() throws InterruptedException {
        startWithRoom();
        Crossing peer = connectToCross();
        List<Thread> threads = emitters(connected.next());
        go.countDown();
        take(peer, EACH);
        peer.cross(goOn::countDown);
        take(peer, THREADS * EACH - EACH);
        assertNothingElse(peer, threads);
    }

    private void arrive(Transport transport) throws InterruptedException {
        startWithRoom();
        Peer peer = connect(transport);
        List<Thread> threads = emitters(connected.next());
        go.countDown();
        goOn.countDown();
        take(peer, THREADS * EACH);
        assertNothingElse(peer, threads);
    }

    private void startWithRoom() {
        start(socket -> {}, "maxOutboxPackets", "1000000");
    }

    /** Each emits half of its events at once, and the rest when the other latch opens. */
    private List<Thread> emitters(Socket socket) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            threads.add(new Thread(() -> {
                await(go);
                for (int n = 0; n < EACH; n++) {
                    if (n == EACH / 2) {
                        await(goOn);
                    }
                    emit(socket, thread, n);
                }
            }));
        }
        threads.forEach(Thread::start);
        return threads;
    }

    private static void emit(Socket socket, int thread, int n) {
        if (hasBytes(thread, n)) {
            socket.emit("e", thread, n, new byte[] {(byte) thread, (byte) n});
        } else {
            socket.emit("e", thread, n);
        }
    }

    private static boolean hasBytes(int thread, int n) {
        return (thread + n) % 3 == 0;
    }

    private void take(Peer peer, int events) {
        for (int i = 0; i < events; i++) {
            Matcher event = EVENT.matcher(next(peer));
            assertThat(event.matches()).isTrue();
            int thread = Integer.parseInt(event.group(2));
            int n = Integer.parseInt(event.group(3));
            assertThat(n).isEqualTo(next[thread]++);
            assertThat(event.group(1)).isEqualTo(hasBytes(thread, n) ? "51-" : "2");
            if (hasBytes(thread, n)) {
                assertThat(next(peer)).isEqualTo(String.format("0x%02x%02x", thread, n));
            }
        }
    }

    private void assertNothingElse(Peer peer, List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(next).containsOnly(EACH);
        peer.send("42[\"unheard\"]", "40/nowhere,");
        assertThat(next(peer)).startsWith("44/nowhere,");
    }
}
