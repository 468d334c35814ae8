package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.OutboxPolicy;
import org.sockeye.internal.protocol.Frame;
import org.sockeye.internal.protocol.Payload;

/** Sessions of revision 3, and JSON-P. */
class OldClientsTest {

    private static final Frame BYTES = Frame.message(new byte[] {1, 2, 3});
    private static final Duration SILENCE = EngineFixture.PING_INTERVAL.plus(EngineFixture.PING_TIMEOUT);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final EngineFixture fixture =
            new EngineFixture(new SettingsBuilder().allowEIO3().build());

    /** A request with these parameters. */
    private static EngineRequest request(String method, String query, @Nullable String sid) {
        Map<String, List<String>> parameters = QueryString.parse(query);
        String transport =
                parameters.getOrDefault("transport", List.of("polling")).get(0);
        String eio = parameters.containsKey("EIO") ? parameters.get("EIO").get(0) : null;
        return new EngineRequest(
                method,
                eio,
                transport,
                sid,
                transport.equals("websocket"),
                new EngineFixture.NoHeaders(Map.of(), parameters));
    }

    private EngineSession open(String query) {
        return fixture.server.openPolling(request("GET", query, null));
    }

    private WebSocketReceiver upgrade(EngineSession session, String query, WebSocketLink link) {
        EngineRequest request = request("GET", query + "&transport=websocket", session.sid());
        assertThat(fixture.server.verify(request)).isEmpty();
        return fixture.server.prepareWebSocket(request).open(link);
    }

    private boolean post(EngineSession session, String type, byte[] body) {
        return session.beginPost().orElseThrow().complete(new HttpBody(type, body));
    }

    private @Nullable HandshakeError refusal(EngineRequest request) {
        return fixture.server.verify(request).map(HandshakeRefusal::error).orElse(null);
    }

    @Nested
    class A_request {

        @Test
        void may_name_revision_3_or_4() {
            assertThat(refusal(request("GET", "EIO=3", null))).isNull();
            assertThat(refusal(request("GET", "EIO=4", null))).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "EIO=", "EIO=2", "EIO=5", "EIO=33", "EIO=03", "EIO=3.0", "EIO=abc"})
        void may_name_no_other(String query) {
            assertThat(refusal(request("GET", query, null))).isEqualTo(HandshakeError.UNSUPPORTED_PROTOCOL_VERSION);
        }

        @ParameterizedTest
        @CsvSource({"3, 4", "4, 3", "3, ''", "4, ''", "3, abc"})
        void to_upgrade_names_the_revision_of_its_session(String first, String then) {
            EngineSession session = open("EIO=" + first);
            assertThat(refusal(request("GET", "transport=websocket&EIO=" + then, session.sid())))
                    .isEqualTo(HandshakeError.BAD_REQUEST);
        }

        @Test
        void may_not_name_revision_3_unless_that_is_allowed() {
            EngineFixture strict = new EngineFixture();
            assertThat(strict.server.verify(request("GET", "EIO=3", null)))
                    .map(HandshakeRefusal::error)
                    .contains(HandshakeError.UNSUPPORTED_PROTOCOL_VERSION);
        }
    }

    @Nested
    class The_parameter_b64 {

        @ParameterizedTest
        @CsvSource({"EIO=3&b64=1, 6:b4AQID", "EIO=3&b64=true, 6:b4AQID", "EIO=4&b64=1, bAQID", "EIO=4, bAQID"})
        void asks_for_base64(String query, String expected) {
            EngineSession session = open(query);
            fixture.poll(session);
            session.send(List.of(BYTES));
            assertThat(fixture.poll(session).body()).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "&b64=0", "&b64=false", "&b64=", "&b64=yes", "&b64=1&b64=0"})
        void asks_for_it_only_as_1_or_true(String b64) {
            EngineSession session = open("EIO=3" + b64);
            fixture.poll(session);
            session.send(List.of(BYTES));
            assertThat(fixture.poll(session).body()).isEqualTo("\u0001\u0004\ufffd\u0004\u0001\u0002\u0003");
        }

        @Test
        void of_a_WebSocket_holds_for_that() {
            EngineSession session = open("EIO=3&b64=1");
            FakePoll poll = fixture.poll(session);
            FakeLink link = FakeLink.immediate();
            WebSocketReceiver receiver = upgrade(session, "EIO=3", link);
            receiver.text("2probe");
            assertThat(poll.isWaiting()).isFalse();
            receiver.text("5");
            session.send(List.of(BYTES));
            byte[] typed = {4, 1, 2, 3};
            assertThat(link.sent)
                    .containsExactly("3probe", "b" + Base64.getEncoder().encodeToString(typed));
        }
    }

    @Nested
    class A_POST {

        private final EngineSession session = open("EIO=3");

        @Test
        void may_be_binary() {
            assertThat(session.accepts("application/octet-stream")).isTrue();
            assertThat(post(session, "application/octet-stream", new byte[] {1, 3, (byte) 255, 4, 7, 8}))
                    .isTrue();
            assertThat(fixture.events()).containsExactly("binary Bwg=");
        }

        @Test
        void may_not_be_binary_in_revision_4() {
            assertThat(open("EIO=4").accepts("application/octet-stream")).isFalse();
        }

        @Test
        void that_is_malformed_closes_the_session_after_the_packets_before() {
            assertThat(post(session, "text/plain", Payload.text("2:4a9:4b").bytes()))
                    .isFalse();
            assertThat(fixture.events()).containsExactly("text a", "closed parse error");
        }
    }

    @Nested
    class The_heartbeat {

        private final EngineSession session = open("EIO=3");

        private void send(String packets) {
            post(session, "text/plain", Payload.text(packets).bytes());
        }

        @Test
        void answers_the_pings_of_the_client() {
            fixture.poll(session);
            send("1:2");
            assertThat(fixture.poll(session).body()).isEqualTo("1:3");
        }

        @Test
        void pings_nobody() {
            fixture.poll(session);
            FakePoll poll = fixture.poll(session);
            fixture.timer.advance(SILENCE.minus(MOMENT));
            assertThat(poll.isWaiting()).isTrue();
        }

        @Test
        void ends_a_session_that_is_silent() {
            fixture.timer.advance(SILENCE.minus(MOMENT));
            assertThat(session.isOpen()).isTrue();
            fixture.timer.advance(MOMENT);
            assertThat(fixture.events()).containsExactly("closed ping timeout");
            assertThat(fixture.server.sessionCount()).isZero();
        }

        @Test
        void begins_anew_with_each_ping() {
            for (int i = 0; i < 3; i++) {
                fixture.timer.advance(SILENCE.minus(MOMENT));
                send("1:2");
            }
            fixture.timer.advance(SILENCE.minus(MOMENT));
            assertThat(session.isOpen()).isTrue();
        }

        @Test
        void does_not_count_messages() {
            fixture.timer.advance(SILENCE.minus(MOMENT));
            send("2:4x");
            fixture.timer.advance(MOMENT);
            assertThat(fixture.events()).containsExactly("text x", "closed ping timeout");
        }

        @Test
        void takes_no_answer_from_the_client() {
            send("1:3");
            assertThat(fixture.events()).containsExactly("closed transport error");
        }

        @Test
        void begins_anew_with_an_upgrade() {
            FakePoll poll = fixture.poll(session);
            fixture.timer.advance(SILENCE.minus(MOMENT));
            FakeLink link = FakeLink.immediate();
            WebSocketReceiver receiver = upgrade(session, "EIO=3", link);
            receiver.text("2probe");
            receiver.text("5");
            fixture.timer.advance(SILENCE.minus(MOMENT));
            assertThat(poll.isWaiting()).isFalse();
            assertThat(session.isOpen()).isTrue();
            receiver.text("2");
            assertThat(link.sent).containsExactly("3probe", "3");
            fixture.timer.advance(SILENCE);
            assertThat(fixture.events()).containsExactly("closed ping timeout");
        }
    }

    @Nested
    class An_outbox {

        @Test
        void counts_bytes_as_in_revision_4() {
            EngineFixture small = new EngineFixture(new SettingsBuilder()
                    .allowEIO3()
                    .outbox(400, 100, OutboxPolicy.CLOSE)
                    .build());
            EngineSession session = small.server.openPolling(request("GET", "EIO=3", null));
            small.poll(session);
            session.send(List.of(Frame.message(new byte[400])));
            assertThat(session.isOpen()).isTrue();
            session.send(List.of(Frame.message(new byte[0]), Frame.message("")));
            assertThat(session.isOpen()).isFalse();
        }
    }

    @Nested
    class JSONP {

        private final EngineSession session = open("EIO=3&j=7");

        private String poll() {
            return fixture.poll(session).body();
        }

        private boolean form(String body) {
            return post(
                    session,
                    "application/x-www-form-urlencoded",
                    Payload.text(body).bytes());
        }

        @Test
        void answers_with_a_script_that_calls_the_page() {
            assertThat(poll()).startsWith("___eio[7](\"").endsWith("\\\"maxPayload\\\":1000}\");");
            session.send(List.of(Frame.message("\"\\\n\u2028\u2029\u0001\ud83d</script>")));
            assertThat(poll()).isEqualTo("___eio[7](\"17:4\\\"\\\\\\n\\u2028\\u2029\\u0001?</script>\");");
        }

        @Test
        void has_bytes_as_base64() {
            poll();
            session.send(List.of(BYTES));
            assertThat(poll()).isEqualTo("___eio[7](\"6:b4AQID\");");
        }

        @ParameterizedTest
        @CsvSource({"0, 0", "'', ''", "a1b2, 12", "]=alert(1);//, 1", "٣, ''"})
        void calls_by_digits_only(String j, String index) {
            EngineSession other = open("EIO=4&j=" + j);
            assertThat(fixture.poll(other).body()).startsWith("___eio[" + index + "](\"0{");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"d=6%3A4hello      | text hello", "x=1&d=2:4%2B      | text +", "d=3:4+%C3%A9       | text  é"
                })
        void reads_the_field_d_of_a_form(String form, String expected) {
            assertThat(form(form)).isTrue();
            assertThat(fixture.events()).containsExactly(expected);
        }

        @Test
        void reads_line_feeds_and_backslashes_as_the_client_wrote_them() {
            assertThat(form("d=4:4a\\nb")).isTrue();
            assertThat(form("d=5:4a\\\\nb")).isTrue();
            assertThat(form("d=6:4a\\\\\\nb")).isTrue();
            assertThat(form("d=4:4\\xy")).isTrue();
            assertThat(fixture.events()).containsExactly("text a\nb", "text a\\nb", "text a\\\\nb", "text \\xy");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x=1", "d=1:6&d=1:6", "D=1:6"})
        void ignores_a_form_without_that_field(String form) {
            assertThat(form(form)).isTrue();
            assertThat(session.isOpen()).isTrue();
        }

        @Test
        void closes_a_session_whose_field_is_malformed() {
            assertThat(form("d=abc")).isFalse();
            assertThat(fixture.events()).containsExactly("closed parse error");
        }

        @Test
        void is_not_spoken_unless_old_clients_are_allowed() {
            EngineFixture strict = new EngineFixture();
            EngineSession plain = strict.server.openPolling(request("GET", "EIO=4&j=0", null));
            assertThat(strict.poll(plain).body()).startsWith("0{");
        }

        @Test
        void is_forgotten_once_a_WebSocket_carries_the_session() {
            fixture.poll(session);
            FakePoll poll = fixture.poll(session);
            FakeLink link = FakeLink.immediate();
            WebSocketReceiver receiver = upgrade(session, "EIO=3&j=7", link);
            receiver.text("2probe");
            assertThat(poll.body()).isEqualTo("___eio[7](\"1:6\");");
            receiver.text("5");
            session.send(List.of(Frame.message("x")));
            assertThat(link.sent).containsExactly("3probe", "4x");
        }
    }
}
