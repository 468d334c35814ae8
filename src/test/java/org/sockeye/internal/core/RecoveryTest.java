package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.CloseReason;

/** A client that lost its connection comes back to its socket. */
class RecoveryTest {

    abstract static class Suite extends RecoverySuite {

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @BeforeEach
        void recovering() {
            startRecovering();
        }

        @Test
        void a_client_is_given_a_secret_that_is_neither_its_id_nor_its_session_id() throws InterruptedException {
            Guest one = arrive();
            Guest other = arrive();
            assertThat(Set.of(one.pid(), one.sid(), one.client().sid(), other.pid(), other.sid()))
                    .hasSize(5);
            assertThat(last().recovered()).isFalse();
        }

        @Test
        void events_bring_their_offset_as_the_last_argument() throws InterruptedException {
            Guest guest = arrive();
            server.emit("a", 1);
            last().emit("b");
            server.to(guest.sid()).emit("c", "text");
            List<String> heard = heard(guest.client());
            assertThat(events(guest.client())).containsExactly("2[\"a\",1]", "2[\"b\"]", "2[\"c\",\"text\"]");
            assertThat(heard.stream().map(RecoverySuite::offset)).doesNotHaveDuplicates();
        }

        @Test
        void events_that_may_be_lost_or_are_to_be_answered_bring_none() throws InterruptedException {
            Guest guest = arrive();
            server.asVolatile().emit("a", 1);
            last().asVolatile().emit("b", 1);
            last().emitWithAck("c", 1);
            assertThat(heard(guest.client())).containsExactly("2[\"a\",1]", "2[\"b\",1]", "20[\"c\",1]");
        }

        @Test
        @Covers("Socket.recovered")
        void it_has_its_id_its_secret_and_its_rooms_again() throws InterruptedException {
            Guest guest = arrive();
            last().join("one", "two");
            lose(guest);
            FakeConnection back = claim(guest, null);
            assertThat(heard(back)).containsExactly(welcome(guest));
            assertThat(seen).hasSize(2);
            assertThat(last().id()).isEqualTo(guest.sid());
            assertThat(last().recovered()).isTrue();
            assertThat(last().rooms()).containsExactlyInAnyOrder(guest.sid(), "one", "two");
            server.to("two").emit("hello");
            assertThat(events(back)).contains("2[\"hello\"]");
            assertThat(server.of("/").sockets()).containsExactly(last());
        }

        @Test
        void it_is_sent_what_it_has_missed_in_order_before_it_is_welcome() throws InterruptedException {
            Guest guest = arrive();
            Socket socket = last();
            socket.join("mine");
            server.emit("read");
            String offset = lastOffset(guest);
            server.emit("lost on its way");
            lose(guest);
            server.emit("1");
            server.to("mine").emit("2", new byte[] {1});
            socket.emit("3");
            server.to("theirs").emit("not for it");
            server.except("mine").emit("not for it");
            socket.asVolatile().emit("volatile");
            FakeConnection back = claim(guest, offset);
            server.emit("4");
            assertThat(events(back))
                    .containsExactly(
                            "2[\"lost on its way\"]",
                            "2[\"1\"]",
                            "51-[\"2\",{\"_placeholder\":true,\"num\":0}]",
                            "<1>",
                            "2[\"3\"]",
                            welcome(guest),
                            "2[\"4\"]");
            assertThat(heard(back).stream()
                            .filter(text -> text.startsWith("2") || text.startsWith("5"))
                            .map(RecoverySuite::offset))
                    .doesNotHaveDuplicates();
        }

        @Test
        void without_an_offset_all_since_the_connection_counts() throws InterruptedException {
            arrive();
            server.emit("before it came");
            Guest guest = arrive();
            server.emit("1");
            lose(guest);
            server.emit("2");
            assertThat(events(claim(guest, null))).containsExactly("2[\"1\"]", "2[\"2\"]", welcome(guest));
        }

        @Test
        void an_offset_from_before_the_connection_is_as_good_as_none() throws InterruptedException {
            Guest before = arrive();
            server.emit("read by another socket of the same page");
            String old = lastOffset(before);
            server.emit("sent while it was gone");
            Guest guest = arrive();
            lose(guest);
            server.emit("1");
            assertThat(events(claim(guest, old))).containsExactly("2[\"1\"]", welcome(guest));
        }

        @Test
        void an_offset_is_good_for_as_long_as_nothing_came_after_it() throws InterruptedException {
            Guest guest = arrive();
            server.emit("read");
            String offset = lastOffset(guest);
            timer.advance(Duration.ofHours(1));
            server.to("others").emit("not for it");
            lose(guest);
            server.emit("1");
            assertThat(events(claim(guest, offset))).containsExactly("2[\"1\"]", welcome(guest));
        }

        @Test
        void it_can_come_back_again_and_again() throws InterruptedException {
            Guest guest = arrive();
            server.emit("0");
            String offset = lastOffset(guest);
            for (int i = 1; i <= 3; i++) {
                lose(guest);
                server.emit("missed " + i);
                FakeConnection back = claim(guest, offset);
                assertThat(events(back)).containsExactly("2[\"missed " + i + "\"]", welcome(guest));
                offset = offset(heard(back).get(0));
                guest = new Guest(back, guest.sid(), guest.pid());
            }
            assertThat(server.of("/").sockets()).hasSize(1);
        }

        @Test
        void what_it_was_sent_again_and_has_not_read_is_sent_once_more() throws InterruptedException {
            Guest guest = arrive();
            server.emit("read");
            String offset = lastOffset(guest);
            lose(guest);
            server.emit("1");
            FakeConnection lost = claim(guest, offset);
            lost.breaks(CloseReason.TRANSPORT_ERROR);
            assertThat(events(claim(guest, offset))).containsExactly("2[\"1\"]", welcome(guest));
        }

        @Test
        void a_session_is_given_once() throws InterruptedException {
            Guest guest = arrive();
            lose(guest);
            assertThat(heard(claim(guest, null).says("1"))).containsExactly(welcome(guest));
            assertBeginsAnew(claim(guest, null), guest);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"pid\":\"AAAAAAAAAAAAAAAAAAAA\"}",
                    "{\"pid\":\"short\",\"offset\":\"x\"}",
                    "{\"pid\":\"\"}",
                    "{\"offset\":\"x\"}",
                    "{\"other\":\"x\"}"
                })
        void a_claim_that_nobody_knows_begins_anew(String auth) throws InterruptedException {
            Guest guest = arrive();
            lose(guest);
            FakeConnection other = open().says("0" + auth);
            assertBeginsAnew(other, guest);
        }

        @Test
        void an_offset_that_nobody_knows_begins_anew_and_ends_the_session() throws InterruptedException {
            Guest guest = arrive();
            server.emit("a");
            lose(guest);
            assertBeginsAnew(claim(guest, "nonsense"), guest);
            assertBeginsAnew(claim(guest, null), guest);
        }

        @Test
        void a_session_of_another_namespace_is_not_given() throws InterruptedException {
            server.of("/other").onConnection(seen::add);
            Guest guest = arrive();
            lose(guest);
            FakeConnection other = open().says("0/other,{\"pid\":\"" + guest.pid() + "\"}");
            Guest now = guest(other);
            assertThat(now.sid()).isNotEqualTo(guest.sid());
            assertThat(heard(claim(guest, null))).containsExactly(welcome(guest));
        }

        @Test
        void each_namespace_is_come_back_to_on_its_own() throws InterruptedException {
            server.of("/other").onConnection(seen::add);
            Guest guest = arrive();
            Guest other = guest(guest.client().says("0/other,"));
            lose(guest);
            server.of("/other").emit("there");
            server.emit("here");
            FakeConnection back = claim(guest, null);
            assertThat(events(back)).containsExactly("2[\"here\"]", welcome(guest));
            back.forgetWhatWasHeard();
            back.says("0/other,{\"pid\":\"" + other.pid() + "\"}");
            assertThat(heard(back)).hasSize(2).first().asString().startsWith("2/other,[\"there\"");
            assertThat(last().id()).isEqualTo(other.sid());
        }

        @ParameterizedTest
        @EnumSource(CloseReason.class)
        void it_depends_on_why_the_connection_ended(CloseReason reason) throws InterruptedException {
            Guest guest = arrive();
            guest.client().breaks(reason);
            settle();
            FakeConnection back = claim(guest, null);
            if (reason == CloseReason.PARSE_ERROR) {
                assertBeginsAnew(back, guest);
            } else {
                assertThat(heard(back)).containsExactly(welcome(guest));
            }
        }

        @Test
        void not_when_the_client_or_the_server_ended_it() throws InterruptedException {
            Guest left = arrive();
            left.client().says("1");
            assertBeginsAnew(claim(left, null), left);
            Guest expelled = arrive();
            last().disconnect();
            assertBeginsAnew(claim(expelled, null), expelled);
            Guest closed = arrive();
            last().disconnect(true);
            assertBeginsAnew(claim(closed, null), closed);
        }

        @Test
        void when_it_sent_something_that_it_may_not() throws InterruptedException {
            Guest guest = arrive();
            guest.client().says("4{}");
            assertThat(heard(claim(guest, null))).containsExactly(welcome(guest));
        }

        @Test
        void before_the_server_has_noticed_that_it_was_gone() throws InterruptedException {
            Guest guest = arrive();
            Socket before = last();
            before.join("room");
            server.emit("lost on its way");
            FakeConnection back = claim(guest, null);
            assertThat(events(back)).containsExactly("2[\"lost on its way\"]", welcome(guest));
            assertThat(guest.client().isOpen()).isFalse();
            assertThat(before.isConnected()).isFalse();
            assertThat(last()).isNotSameAs(before);
            assertThat(last().rooms()).contains("room");
            assertThat(server.of("/").sockets()).containsExactly(last());
            assertThat(server.clientsCount()).isOne();
        }

        @Test
        void while_an_event_is_read_that_nobody_is_told_of_after_the_end() throws InterruptedException {
            Guest guest = arrive();
            List<String> told = Collections.synchronizedList(new ArrayList<>());
            last().onDisconnect((reason, description) -> told.add("gone"));
            last().on("late", event -> told.add(event.name()));
            whileItLogs("sends event", () -> open().says("0{\"pid\":\"" + guest.pid() + "\"}"), () -> guest.client()
                    .says("2[\"late\"]"));
            settle();
            assertThat(last().recovered()).isTrue();
            assertThat(told).containsExactly("gone");
        }

        /** Does one thing, once, in the middle of the other. */
        private static void whileItLogs(String line, Runnable inTheMiddle, Runnable action) {
            AtomicBoolean done = new AtomicBoolean();
            Logger logger = Logger.getLogger("org.sockeye.core");
            logger.setLevel(Level.FINE);
            logger.setFilter(entry -> {
                if (entry.getMessage().contains(line) && done.compareAndSet(false, true)) {
                    inTheMiddle.run();
                }
                return true;
            });
            try {
                action.run();
                assertThat(done).isTrue();
            } finally {
                logger.setFilter(null);
                logger.setLevel(null);
            }
        }

        @Test
        void nothing_is_left_in_the_timer_when_the_server_ends() throws InterruptedException {
            Guest guest = arrive();
            server.emit("a");
            lose(guest);
            server.close();
            settle();
            assertThat(timer.pending()).isZero();
        }
    }

    @Nested
    class On_the_containers_threads extends Suite {
        On_the_containers_threads() {
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
