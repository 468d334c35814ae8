package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Transport;
import org.sockeye.internal.protocol.Frame;

class EngineServerTest {

    private final EngineFixture fixture = new EngineFixture();

    private @Nullable HandshakeError verify(EngineRequest request) {
        return fixture.server.verify(request).map(HandshakeRefusal::error).orElse(null);
    }

    private static EngineRequest request(
            String method, @Nullable String eio, @Nullable String transport, @Nullable String sid, boolean upgrade) {
        return new EngineRequest(method, eio, transport, sid, upgrade, new EngineFixture.NoHeaders(Map.of()));
    }

    @Nested
    class A_greeting {

        @Test
        void names_no_upgrade_where_none_is_wanted_and_one_that_comes_is_let() {
            EngineFixture still =
                    new EngineFixture(new SettingsBuilder().withoutUpgrades().build());
            EngineSession session = still.server.openPolling(EngineFixture.polling("GET", null));
            assertThat(still.poll(session).body()).contains("\"upgrades\":[]");
            assertThat(still.server.verify(EngineFixture.webSocket(session.sid())))
                    .isEmpty();
            FakeLink link = FakeLink.immediate();
            still.upgrade(session, link).text("2probe");
            assertThat(link.sent).containsExactly("3probe");
        }

        @Test
        void is_followed_by_the_initial_packet() {
            EngineFixture talkative = new EngineFixture(
                    new SettingsBuilder().initialPacket("hello").build());
            EngineSession session = talkative.server.openPolling(EngineFixture.polling("GET", null));
            assertThat(talkative.poll(session).body()).startsWith("0{").endsWith("}\u001e4hello");
            FakeLink link = FakeLink.immediate();
            talkative.openWebSocket(link);
            assertThat(link.sent).hasSize(2).last().isEqualTo("4hello");
        }
    }

    @Nested
    class A_request_that_opens_a_session {

        @Test
        void is_a_GET_by_polling_or_an_upgrade_to_a_WebSocket() {
            assertThat(verify(EngineFixture.polling("GET", null))).isNull();
            assertThat(verify(EngineFixture.polling("GET", ""))).isNull();
            assertThat(verify(EngineFixture.webSocket(null))).isNull();
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(
                strings = {
                    "",
                    "abc",
                    "Polling",
                    "polling ",
                    "webtransport",
                    "constructor",
                    "__proto__",
                    "polling,websocket"
                })
        void names_a_transport(@Nullable String transport) {
            assertThat(verify(request("GET", "4", transport, null, false))).isEqualTo(HandshakeError.UNKNOWN_TRANSPORT);
            assertThat(verify(request("POST", null, transport, "x", true))).isEqualTo(HandshakeError.UNKNOWN_TRANSPORT);
        }

        @Test
        void names_a_transport_that_is_offered() {
            EngineFixture pollingOnly = new EngineFixture(new SettingsBuilder()
                    .maxPayload(1)
                    .transports(Transport.POLLING)
                    .build());
            assertThat(pollingOnly.server.verify(EngineFixture.webSocket(null)).map(HandshakeRefusal::error))
                    .contains(HandshakeError.UNKNOWN_TRANSPORT);
            EngineSession opened = pollingOnly.server.openPolling(EngineFixture.polling("GET", null));
            assertThat(pollingOnly.poll(opened).body()).contains("\"upgrades\":[]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "HEAD", "get", ""})
        void is_a_GET(String method) {
            assertThat(verify(EngineFixture.polling(method, null))).isEqualTo(HandshakeError.BAD_HANDSHAKE_METHOD);
        }

        @Test
        void by_WebSocket_is_an_upgrade_and_no_other_is() {
            assertThat(verify(request("GET", "4", "websocket", null, false))).isEqualTo(HandshakeError.BAD_REQUEST);
            assertThat(verify(request("GET", "4", "polling", null, true))).isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "3", "5", "44", " 4", "abc"})
        void is_of_revision_4(@Nullable String eio) {
            assertThat(verify(request("GET", eio, "polling", null, false)))
                    .isEqualTo(HandshakeError.UNSUPPORTED_PROTOCOL_VERSION);
            assertThat(verify(request("GET", eio, "websocket", null, true)))
                    .isEqualTo(HandshakeError.UNSUPPORTED_PROTOCOL_VERSION);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "a\nb", "\u0001", "a\u007f", "http://ex\u0100mple"})
        void has_an_origin_that_can_be_a_header(String origin) {
            EngineRequest request = new EngineRequest(
                    "GET", "4", "polling", null, false, new EngineFixture.NoHeaders(Map.of("origin", origin)));
            assertThat(verify(request)).isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "https://example.com:8443", "a\tb", "\u00e9"})
        void may_have_any_other_origin(String origin) {
            EngineRequest request = new EngineRequest(
                    "GET", "4", "polling", null, false, new EngineFixture.NoHeaders(Map.of("origin", origin)));
            assertThat(verify(request)).isNull();
        }
    }

    @Nested
    class A_request_that_names_a_session {

        @Test
        void is_told_late_that_a_WebSocket_carries_its_session_so_as_not_to_overtake_it() {
            fixture.openWebSocket(FakeLink.immediate());
            String sid = fixture.session().sid();
            HandshakeRefusal late = fixture.server
                    .verify(request("GET", "4", "polling", sid, false))
                    .orElseThrow();
            assertThat(late.error()).isEqualTo(HandshakeError.BAD_REQUEST);
            assertThat(late.delay()).isEqualTo(Duration.ofMillis(100));
            HandshakeRefusal other = fixture.server
                    .verify(request("GET", "4", "polling", "unknown", false))
                    .orElseThrow();
            assertThat(other.delay()).isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "x",
                    "__proto__",
                    "constructor",
                    "AAAAAAAAAAAAAAAAAAAA",
                    "AAAAAAAAAAAAAAAAAAA",
                    "AAAAAAAAAAAAAAAAAAAAA",
                    "AAAAAAAAAAAAAAAAAAA ",
                    "AAAAAAAAAAAAAAAAAAA%",
                    "AAAAAAAAAA\u0000AAAAAAAAA",
                    "../../../../etc/pass",
                    "ÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀ"
                })
        void is_refused_when_no_session_has_that_id(String sid) {
            fixture.openPolling();
            assertThat(verify(EngineFixture.polling("GET", sid))).isEqualTo(HandshakeError.UNKNOWN_SID);
            assertThat(verify(EngineFixture.polling("PUT", sid))).isEqualTo(HandshakeError.UNKNOWN_SID);
            assertThat(verify(EngineFixture.webSocket(sid))).isEqualTo(HandshakeError.UNKNOWN_SID);
            assertThat(fixture.server.session(sid)).isEmpty();
        }

        @Test
        void is_of_whatever_method() {
            String sid = fixture.openPolling().sid();
            assertThat(verify(EngineFixture.polling("GET", sid))).isNull();
            assertThat(verify(EngineFixture.polling("POST", sid))).isNull();
            assertThat(verify(EngineFixture.webSocket(sid))).isNull();
            assertThat(verify(EngineFixture.polling("PUT", sid))).isNull();
        }

        @Test
        void uses_the_transport_that_carries_the_session() {
            fixture.openWebSocket(FakeLink.immediate());
            String sid = fixture.session().sid();
            assertThat(verify(EngineFixture.polling("GET", sid))).isEqualTo(HandshakeError.BAD_REQUEST);
            assertThat(verify(EngineFixture.polling("POST", sid))).isEqualTo(HandshakeError.BAD_REQUEST);
            assertThat(verify(request("GET", "4", "websocket", sid, false))).isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @Test
        void does_not_use_polling_after_an_upgrade() {
            EngineSession session = fixture.openPolling();
            fixture.upgrade(session, FakeLink.immediate()).text("5");
            assertThat(verify(EngineFixture.polling("GET", session.sid()))).isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "3", "5", "abc"})
        void upgrades_with_the_revision_of_the_session(@Nullable String eio) {
            String sid = fixture.openPolling().sid();
            assertThat(verify(request("GET", eio, "websocket", sid, true))).isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @Test
        void asks_for_a_WebSocket_by_an_upgrade_and_for_nothing_else() {
            String sid = fixture.openPolling().sid();
            assertThat(verify(request("GET", "4", "polling", sid, true))).isEqualTo(HandshakeError.BAD_REQUEST);
            assertThat(verify(request("GET", "4", "websocket", sid, false))).isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @Test
        void is_refused_after_the_session_ended() {
            EngineSession session = fixture.openPolling();
            session.closeNow(CloseReason.FORCED_CLOSE);
            assertThat(verify(EngineFixture.polling("GET", session.sid()))).isEqualTo(HandshakeError.UNKNOWN_SID);
        }
    }

    @Nested
    class A_session_id {

        @Test
        void is_twenty_characters_of_base64url_and_no_two_are_the_same() {
            Set<String> sids = new HashSet<>();
            for (int i = 0; i < 1000; i++) {
                String sid = fixture.openPolling().sid();
                assertThat(sid).matches("[A-Za-z0-9_-]{20}");
                sids.add(sid);
            }
            assertThat(sids).hasSize(1000);
            assertThat(fixture.server.sessionCount()).isEqualTo(1000);
        }
    }

    @Nested
    class A_server_that_is_closed {

        @Test
        void has_ended_every_session_and_answered_every_GET() {
            FakePoll poll = fixture.poll(fixture.openPolling());
            FakePoll other = fixture.poll(fixture.openPolling());
            FakeLink link = FakeLink.immediate();
            fixture.openWebSocket(link);
            fixture.server.close();
            assertThat(poll.body()).isEqualTo("1");
            assertThat(other.body()).isEqualTo("1");
            assertThat(link.isOpen()).isFalse();
            assertThat(fixture.listeners)
                    .allSatisfy(l -> assertThat(l.events).containsExactly("closed server shutting down"));
            assertThat(fixture.server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void refuses_new_requests() {
            String sid = fixture.openPolling().sid();
            fixture.server.close();
            assertThat(verify(EngineFixture.polling("GET", null))).isEqualTo(HandshakeError.BAD_REQUEST);
            assertThat(verify(EngineFixture.polling("GET", sid))).isNotNull();
        }

        @Test
        void ends_at_once_what_was_verified_before() {
            fixture.server.close();
            EngineSession late = fixture.server.openPolling(EngineFixture.polling("GET", null));
            assertThat(fixture.poll(late).status()).isEqualTo(400);
            FakeLink link = FakeLink.immediate();
            fixture.openWebSocket(link).text("4late");
            assertThat(link.isOpen()).isFalse();
            assertThat(fixture.server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }
    }

    @Nested
    class A_listener_factory_that {

        @Test
        void throws_leaves_no_session() {
            EngineServer server = new EngineServer(EngineFixture.SETTINGS, fixture.timer, connection -> {
                throw new IllegalStateException("thrown by the test");
            });
            EngineSession session = server.openPolling(EngineFixture.polling("GET", null));
            assertThat(fixture.poll(session).status()).isEqualTo(400);
            assertThat(server.sessionCount()).isZero();
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void closes_the_session_is_told_so_afterwards() {
            RecordingListener listener = new RecordingListener(text -> {});
            EngineServer server = new EngineServer(EngineFixture.SETTINGS, fixture.timer, connection -> {
                connection.send(List.of(Frame.message("no")));
                connection.closeNow(CloseReason.FORCED_CLOSE);
                return listener;
            });
            server.openPolling(EngineFixture.polling("GET", null));
            assertThat(listener.events).containsExactly("closed forced close");
            assertThat(fixture.timer.pending()).isZero();
        }

        @Test
        void closes_in_an_orderly_way_a_session_that_nobody_polls_is_told_so_when_that_has_taken_too_long() {
            RecordingListener listener = new RecordingListener(text -> {});
            EngineServer server = new EngineServer(EngineFixture.SETTINGS, fixture.timer, connection -> {
                connection.close();
                return listener;
            });
            server.openPolling(EngineFixture.polling("GET", null));
            fixture.timer.advance(Duration.ofSeconds(30));
            assertThat(listener.events).containsExactly("closed forced close");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_TRANSPORT,            0, 400, Transport unknown",
        "UNKNOWN_SID,                  1, 400, Session ID unknown",
        "BAD_HANDSHAKE_METHOD,         2, 400, Bad handshake method",
        "BAD_REQUEST,                  3, 400, Bad request",
        "FORBIDDEN,                    4, 403, Forbidden",
        "UNSUPPORTED_PROTOCOL_VERSION, 5, 400, Unsupported protocol version",
    })
    void an_error_has_the_words_of_the_reference(HandshakeError error, int code, int status, String message) {
        assertThat(HandshakeRefusal.of(error).json())
                .isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.message()).isEqualTo(message);
    }

    @Nested
    class A_server_with_a_fast_heartbeat {

        private final EngineFixture fast = new EngineFixture(new SettingsBuilder()
                .heartbeat(Duration.ofMillis(300), Duration.ofMillis(200))
                .build());

        @Test
        void keeps_a_session_that_it_closes_no_longer_than_a_silent_client() {
            fast.openPolling().close();
            fast.timer.advance(Duration.ofMillis(499));
            assertThat(fast.server.sessionCount()).isOne();
            fast.timer.advance(Duration.ofMillis(1));
            assertThat(fast.server.sessionCount()).isZero();
        }
    }
}
