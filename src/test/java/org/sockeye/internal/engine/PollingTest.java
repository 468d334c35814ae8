package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.spi.Flags;

/** What long-polling adds to the contract: when a GET is answered and with what, and what becomes of a POST. */
class PollingTest {

    private final EngineFixture fixture = new EngineFixture();
    private final EngineSession session = fixture.openPolling();

    private void send(String... texts) {
        session.send(List.of(texts).stream().map(Frame::message).toList());
    }

    private void assertClosed(String reason) {
        assertThat(fixture.events()).endsWith("closed " + reason);
        assertThat(fixture.server.sessionCount()).isZero();
        assertThat(fixture.timer.pending()).isZero();
    }

    @Nested
    class The_first_GET {

        @Test
        void is_answered_with_the_open_packet_alone() {
            EngineSession opened = fixture.server.openPolling(EngineFixture.polling("GET", null));
            assertThat(fixture.poll(opened).body())
                    .isEqualTo("0{\"sid\":\"" + opened.sid() + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,"
                            + "\"pingTimeout\":20000,\"maxPayload\":1000}");
        }
    }

    @Nested
    class A_GET {

        @Test
        void is_answered_plainly_when_anything_in_it_is_not_to_be_compressed() {
            send("x");
            session.send(new Outgoing(List.of(Frame.message("secret")), Flags.NONE.compress(false)));
            assertThat(fixture.poll(session).mayBeCompressed()).isFalse();
            send("y");
            assertThat(fixture.poll(session).mayBeCompressed()).isTrue();
        }

        @Test
        void waits_while_there_is_nothing_to_say() {
            assertThat(fixture.poll(session).isWaiting()).isTrue();
        }

        @Test
        void is_answered_with_what_is_sent_while_it_waits() {
            FakePoll poll = fixture.poll(session);
            send("hello");
            assertThat(poll.body()).isEqualTo("4hello");
        }

        @Test
        void takes_everything_that_waited_for_it() {
            send("one", "two");
            session.send(List.of(Frame.message(new byte[] {1, 2, 3, 4})));
            assertThat(fixture.poll(session).body()).isEqualTo("4one\u001e4two\u001ebAQIDBA==");
            assertThat(fixture.poll(session).isWaiting()).isTrue();
        }

        @Test
        void takes_what_one_call_sent_although_it_waited_before_it() {
            FakePoll poll = fixture.poll(session);
            send("one", "two", "three");
            assertThat(poll.body()).isEqualTo("4one\u001e4two\u001e4three");
        }

        @Test
        void takes_no_more_than_clients_are_told() {
            for (int i = 0; i < 30; i++) {
                send("€".repeat(33));
            }
            List<String> packets = new ArrayList<>();
            for (FakePoll poll = fixture.poll(session); !poll.isWaiting(); poll = fixture.poll(session)) {
                assertThat(poll.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1000);
                packets.addAll(List.of(poll.body().split("\u001e", -1)));
            }
            assertThat(packets).hasSize(30).containsOnly("4" + "€".repeat(33));
        }

        @Test
        void takes_a_packet_that_is_larger_alone() {
            send("a", "b".repeat(2 * EngineFixture.MAX_PAYLOAD), "c");
            assertThat(fixture.poll(session).body()).isEqualTo("4a");
            assertThat(fixture.poll(session).body()).isEqualTo("4" + "b".repeat(2 * EngineFixture.MAX_PAYLOAD));
            assertThat(fixture.poll(session).body()).isEqualTo("4c");
        }

        @Test
        void that_overlaps_another_closes_the_session() {
            FakePoll first = fixture.poll(session);
            FakePoll second = fixture.poll(session);
            assertThat(first.body()).isEqualTo("1");
            assertThat(second.status()).isEqualTo(400);
            assertClosed("transport error");
        }

        @Test
        void of_a_session_that_is_over_is_refused() {
            session.closeNow(CloseReason.FORCED_CLOSE);
            assertThat(fixture.poll(session).status()).isEqualTo(400);
            assertThat(fixture.poll(session).status()).isEqualTo(400);
        }

        @Test
        void is_refused_a_little_later_where_a_WebSocket_carries_the_session() {
            fixture.openWebSocket(FakeLink.immediate());
            FakePoll poll = fixture.poll(fixture.session());
            assertThat(poll.isWaiting()).isTrue();
            fixture.timer.advance(Duration.ofMillis(100));
            assertThat(poll.status()).isEqualTo(400);
            assertThat(fixture.session().isOpen()).isTrue();
        }

        @Test
        void that_cannot_be_answered_closes_the_session() {
            session.poll(new PollExchange() {
                @Override
                public void respond(HttpBody payload, boolean compress) {
                    throw new IllegalStateException("thrown by the test");
                }

                @Override
                public void fail(int status) {}
            });
            send("x");
            assertClosed("transport error");
        }

        @ParameterizedTest
        @ValueSource(strings = {"abc", "2", ""})
        void that_waits_is_told_when_the_server_closes_the_session(String bad) {
            FakePoll poll = fixture.poll(session);
            fixture.post(session, bad);
            assertThat(poll.body()).isEqualTo("1");
        }

        @Test
        void that_waits_is_told_when_the_heartbeat_finds_the_client_dead() {
            fixture.poll(session);
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            FakePoll poll = fixture.poll(session);
            fixture.timer.advance(EngineFixture.PING_TIMEOUT);
            assertThat(poll.body()).isEqualTo("1");
        }

        @Test
        void that_waits_ends_with_a_noop_when_the_client_closes_the_session() {
            FakePoll poll = fixture.poll(session);
            assertThat(fixture.post(session, "1")).isTrue();
            assertThat(poll.body()).isEqualTo("6");
            assertClosed("transport close");
        }
    }

    @Nested
    class A_session_whose_client_does_not_poll {

        @Test
        void is_closed_by_the_heartbeat() {
            fixture.timer.advance(EngineFixture.PING_INTERVAL.plus(EngineFixture.PING_TIMEOUT));
            assertClosed("ping timeout");
        }

        @Test
        void keeps_its_ping_for_the_next_GET() {
            fixture.timer.advance(EngineFixture.PING_INTERVAL);
            assertThat(fixture.poll(session).body()).isEqualTo("2");
        }
    }

    @Nested
    class An_orderly_close {

        @Test
        void is_told_to_a_GET_that_waits() {
            FakePoll poll = fixture.poll(session);
            session.close();
            assertThat(poll.body()).isEqualTo("1");
            assertClosed("forced close");
        }

        @Test
        void is_told_to_the_next_GET() {
            session.close();
            assertThat(session.isOpen()).isFalse();
            assertThat(fixture.events()).isEmpty();
            assertThat(fixture.poll(session).body()).isEqualTo("1");
            assertClosed("forced close");
        }

        @Test
        void comes_after_what_waits() {
            send("one", "two");
            session.close();
            assertThat(fixture.poll(session).body()).isEqualTo("4one\u001e4two\u001e1");
            assertClosed("forced close");
        }

        @Test
        void comes_after_all_that_waits_however_many_GETs_it_takes() {
            send("a".repeat(EngineFixture.MAX_PAYLOAD), "b".repeat(EngineFixture.MAX_PAYLOAD));
            session.close();
            assertThat(fixture.poll(session).body()).isEqualTo("4" + "a".repeat(EngineFixture.MAX_PAYLOAD));
            assertThat(fixture.events()).isEmpty();
            assertThat(fixture.poll(session).body()).isEqualTo("4" + "b".repeat(EngineFixture.MAX_PAYLOAD) + "\u001e1");
            assertClosed("forced close");
        }

        @Test
        void takes_a_POST_but_not_its_packets() {
            session.close();
            assertThat(fixture.post(session, "4late")).isTrue();
            assertThat(fixture.events()).isEmpty();
        }

        @Test
        void yields_to_the_client_that_closes_first() {
            session.close();
            assertThat(fixture.post(session, "1")).isTrue();
            assertThat(fixture.poll(session).body()).isEqualTo("6");
            assertClosed("transport close");
        }
    }

    /** Two threads of a container may read the two requests in either order. */
    @Nested
    class A_client_that_closes_the_session_while_its_GET_is_on_the_way {

        @Test
        void has_that_GET_ended_like_one_that_waits() {
            assertThat(fixture.post(session, "1")).isTrue();
            assertThat(fixture.events()).containsExactly("closed transport close");
            assertThat(fixture.server.verify(EngineFixture.polling("GET", session.sid())))
                    .isEmpty();
            assertThat(fixture.poll(session).body()).isEqualTo("6");
            assertClosed("transport close");
            assertThat(fixture.poll(session).status()).isEqualTo(400);
        }

        @Test
        void is_forgotten_after_a_tenth_of_a_second() {
            fixture.post(session, "1");
            assertThat(session.beginPost()).isEmpty();
            fixture.timer.advance(Duration.ofMillis(100));
            assertClosed("transport close");
            assertThat(fixture.poll(session).status()).isEqualTo(400);
        }

        @Test
        void is_forgotten_when_the_server_closes() {
            fixture.post(session, "1");
            fixture.server.close();
            assertClosed("transport close");
        }
    }

    @Nested
    class A_POST {

        @Test
        void is_taken_and_another_after_it() {
            assertThat(fixture.post(session, "4one\u001e4two")).isTrue();
            assertThat(fixture.post(session, "4three")).isTrue();
            assertThat(fixture.events()).containsExactly("text one", "text two", "text three");
        }

        @Test
        void with_more_packets_than_may_be_closes_the_session_after_those_that_may() {
            EngineFixture few = new EngineFixture(
                    new SettingsBuilder().maxPacketsPerPayload(3).build());
            EngineSession opened = few.openPolling();
            assertThat(few.post(opened, "4a\u001e4b\u001e4c")).isTrue();
            assertThat(few.post(opened, "4d\u001e4e\u001e4f\u001e4g")).isFalse();
            assertThat(few.events()).startsWith("text a", "text b", "text c").endsWith("closed parse error");
            assertThat(few.events()).doesNotContain("text g");
            assertThat(few.server.sessionCount()).isZero();
        }

        @Test
        void that_overlaps_another_closes_the_session() {
            PostIntake first = session.beginPost().orElseThrow();
            assertThat(session.beginPost()).isEmpty();
            assertClosed("transport error");
            assertThat(first.complete(EngineFixture.text("4late"))).isFalse();
            assertThat(fixture.events()).containsExactly("closed transport error");
        }

        @Test
        void with_a_bad_packet_is_refused_after_those_before_it() {
            assertThat(fixture.post(session, "4one\u001e4two\u001eabc\u001e4three"))
                    .isFalse();
            assertThat(fixture.events()).containsExactly("text one", "text two", "closed parse error");
        }

        @Test
        void with_a_ping_is_refused() {
            assertThat(fixture.post(session, "4one\u001e2\u001e4two")).isFalse();
            assertThat(fixture.events()).containsExactly("text one", "closed transport error");
        }

        @Test
        void that_the_client_closes_with_is_taken() {
            assertThat(fixture.post(session, "4one\u001e1\u001e4two")).isTrue();
            assertThat(fixture.events()).containsExactly("text one", "closed transport close");
        }

        @Test
        void while_a_listener_closes_the_session_is_taken() {
            fixture.onText = (connection, text) -> connection.closeNow(CloseReason.FORCED_CLOSE);
            assertThat(fixture.post(session, "4one\u001e4two")).isTrue();
            assertThat(fixture.events()).containsExactly("text one", "closed forced close");
        }

        @Test
        void too_large_to_be_read_leaves_the_session() {
            session.beginPost().orElseThrow().refuse();
            assertThat(fixture.post(session, "4next")).isTrue();
            assertThat(fixture.events()).containsExactly("text next");
        }

        @Test
        void that_breaks_off_closes_the_session() {
            session.beginPost().orElseThrow().abort("gone");
            assertClosed("transport error");
        }

        @Test
        void of_a_session_that_is_over_is_refused() {
            session.closeNow(CloseReason.FORCED_CLOSE);
            assertThat(session.beginPost()).isEmpty();
        }

        @Test
        void is_refused_where_a_WebSocket_carries_the_session() {
            fixture.openWebSocket(FakeLink.immediate());
            assertThat(fixture.session().beginPost()).isEmpty();
            assertThat(fixture.session().isOpen()).isTrue();
        }

        @Test
        void whose_session_ends_while_it_is_read_is_refused() {
            Optional<PostIntake> post = session.beginPost();
            fixture.timer.advance(EngineFixture.PING_INTERVAL.plus(EngineFixture.PING_TIMEOUT));
            assertThat(post.orElseThrow().complete(EngineFixture.text("4late"))).isFalse();
            assertThat(fixture.events()).containsExactly("closed ping timeout");
        }
    }
}
