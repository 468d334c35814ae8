package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.Reply;
import org.sockeye.ServerSideListener;
import org.sockeye.features.Covers;
import org.sockeye.spi.Adapter;
import org.sockeye.spi.Answers;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.LocalSockets;

/** What servers say to each other, with an adapter that has this server hear itself, as if it were another one. */
class ServerSideEventsTest {

    abstract static class Suite extends CoreSuite {

        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @Override
        Adapter adapter(LocalSockets local) {
            return new Adapter() {
                @Override
                public LocalSockets local() {
                    return local;
                }

                @Override
                public void serverSideEmit(EventPacket packet) {
                    local.serverSideEvent(packet);
                }

                @Override
                public void serverSideEmitWithAck(EventPacket packet, Flags flags, Answers answers) {
                    answers.expect(1);
                    local.serverSideEvent(packet, answers::answer);
                }
            };
        }

        @Test
        @Covers({"Namespace.on", "Server.on", "Namespace.serverSideEmit", "Server.serverSideEmit"})
        void reach_the_listeners_of_their_namespace_and_no_client() throws InterruptedException {
            Peer peer = connect();
            server.of("/").on("load", event -> log.add("main " + event.argument(0, Integer.class)));
            server.of("/chat").on("load", event -> log.add("chat " + event.argument(0, Integer.class)));
            server.serverSideEmit("load", 1);
            settle();
            server.of("/chat").serverSideEmit("load", 2);
            settle();
            assertThat(log).containsExactly("main 1", "chat 2");
            assertThat(heard(peer.client())).isEmpty();
        }

        @Test
        @Covers({"Namespace.off", "Server.off"})
        void reach_no_listener_that_was_taken_out() throws InterruptedException {
            connect();
            ServerSideListener listener = event -> log.add("one");
            server.of("/").on("load", listener).on("load", event -> log.add("two"));
            server.serverSideEmit("load");
            settle();
            server.of("/").off("load", listener);
            server.serverSideEmit("load");
            settle();
            assertThat(log).containsExactly("one", "two", "two");
            server.on("stop", listener).off("stop", listener).serverSideEmit("stop");
            settle();
            assertThat(log).hasSize(3);
        }

        @Test
        @Covers({"Namespace.serverSideEmitWithAck", "Server.serverSideEmitWithAck"})
        void are_answered() throws Exception {
            connect();
            server.of("/").on("load", event -> event.answer("busy"));
            CompletionStage<List<Reply>> answers = server.serverSideEmitWithAck("load");
            settle();
            assertThat(answers.toCompletableFuture().get(10, TimeUnit.SECONDS))
                    .extracting(reply -> reply.argument(0, String.class))
                    .containsExactly("busy");
        }
    }

    @Nested
    class On_the_containers_thread extends Suite {
        On_the_containers_thread() {
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
