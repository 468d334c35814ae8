package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.Broadcaster;
import org.sockeye.Dispatch;
import org.sockeye.Emitter;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;

/** Every public method may be called from any thread, also inside listeners. */
class AnyThreadTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 3;

    @Timeout(60)
    abstract static class Suite extends CoreSuite {

        final List<Object> failures = Collections.synchronizedList(new ArrayList<>());
        final List<Object> done = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        /** Everything that the application can do with a socket, and what it belongs to. */
        private void everything(Socket socket) {
            EveryMethod.of(Socket.class, socket);
            EveryMethod.of(Emitter.class, socket.asVolatile());
            EveryMethod.of(Broadcaster.class, socket.broadcast());
            EveryMethod.of(Namespace.class, socket.namespace());
            EveryMethod.of(SocketIoServer.class, server);
            done.add("all");
        }

        private Peer watched() throws InterruptedException {
            Peer peer = connect();
            server.onError(failures::add);
            return peer;
        }

        private void assertDone(Peer peer, int times) throws InterruptedException {
            settle();
            assertThat(failures).isEmpty();
            assertThat(done).hasSize(times);
            assertThat(peer.client().isOpen()).isTrue();
        }

        @Test
        void by_many_threads_at_once_while_the_client_sends() throws InterruptedException {
            Peer peer = watched();
            CountDownLatch go = new CountDownLatch(1);
            for (int i = 0; i < THREADS; i++) {
                executor.execute(() -> {
                    try {
                        await(go);
                        for (int round = 0; round < ROUNDS; round++) {
                            everything(peer.socket());
                        }
                    } catch (Throwable failure) {
                        failures.add(failure);
                    }
                });
            }
            go.countDown();
            for (int i = 0; i < 100; i++) {
                peer.says("2[\"x\",\"y\"]");
            }
            assertDone(peer, THREADS * ROUNDS);
        }

        @Test
        void inside_a_listener_of_an_event() throws InterruptedException {
            Peer peer = watched();
            peer.socket().once("a", event -> everything(event.socket()));
            peer.says("2[\"a\"]").says("2[\"x\",\"y\"]");
            assertDone(peer, 1);
        }

        @Test
        void inside_a_listener_of_any_event_and_a_middleware() throws InterruptedException {
            Peer peer = watched();
            AtomicBoolean asked = new AtomicBoolean();
            AtomicBoolean seen = new AtomicBoolean();
            peer.socket().onAny(event -> {
                if (!seen.getAndSet(true)) {
                    everything(event.socket());
                }
            });
            peer.socket().use(event -> {
                if (!asked.getAndSet(true)) {
                    everything(event.socket());
                }
            });
            peer.says("2[\"a\"]");
            assertDone(peer, 2);
        }

        @Test
        void inside_a_listener_of_outgoing_events() throws InterruptedException {
            Peer peer = watched();
            AtomicBoolean told = new AtomicBoolean();
            peer.socket().onAnyOutgoing(event -> {
                if (!told.getAndSet(true)) {
                    everything(peer.socket());
                }
            });
            peer.socket().emit("a");
            assertDone(peer, 1);
        }

        @Test
        void inside_a_connection_listener_and_a_middleware_of_the_namespace() throws InterruptedException {
            server.onError(failures::add);
            server.of("/own").use(this::everything).onConnection(this::everything);
            FakeConnection client = open().says("0/own,");
            settle();
            assertThat(failures).isEmpty();
            assertThat(done).hasSize(2);
            assertThat(client.isOpen()).isTrue();
        }

        @Test
        void inside_a_listener_of_the_disconnection_and_afterwards() throws InterruptedException {
            Peer peer = watched();
            peer.socket().onDisconnect((reason, description) -> everything(peer.socket()));
            peer.says("1");
            settle();
            everything(peer.socket());
            assertDone(peer, 2);
        }

        @Test
        void inside_an_error_listener() throws InterruptedException {
            Peer peer = connect();
            AtomicBoolean told = new AtomicBoolean();
            server.onError(error -> {
                if (!told.getAndSet(true)) {
                    everything(peer.socket());
                }
            });
            peer.socket().once("a", event -> {
                throw new IllegalStateException("expected in this test");
            });
            peer.says("2[\"a\"]");
            assertDone(peer, 1);
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }
}
