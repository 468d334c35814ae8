package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.ConnectionError;
import org.sockeye.HandshakeRequest;

/** Whoever asks for something of a session must be who began it. */
class SamePrincipalTest {

    private final List<ConnectionError> told = new CopyOnWriteArrayList<>();
    private final EngineHooks hooks = new EngineHooks() {
        @Override
        public void refused(ConnectionError error) {
            told.add(error);
        }
    };
    private final EngineServer server = server(new SettingsBuilder().build(), hooks);

    private static EngineServer server(EngineSettings settings, EngineHooks hooks) {
        return new EngineServer(settings, new ManualTimer(), connection -> new RecordingListener(text -> {}), hooks);
    }

    /** A new object each time, which is equal to no other, as of most containers. */
    private static @Nullable Principal named(@Nullable String name) {
        return name == null
                ? null
                : new Principal() {
                    @Override
                    public String getName() {
                        return name;
                    }
                };
    }

    private static HandshakeRequest by(@Nullable Principal caller) {
        return new EngineFixture.NoHeaders(Map.of(), Map.of(), caller);
    }

    private static EngineRequest polling(String method, @Nullable String sid, @Nullable Principal caller) {
        return new EngineRequest(method, "4", "polling", sid, false, by(caller));
    }

    private static EngineRequest webSocket(@Nullable String sid, @Nullable Principal caller) {
        return new EngineRequest("GET", "4", "websocket", sid, true, by(caller));
    }

    private String begunBy(@Nullable Principal caller) {
        return server.openPolling(polling("GET", null, caller)).sid();
    }

    private @Nullable HandshakeError answer(EngineRequest request) {
        return server.verify(request).map(HandshakeRefusal::error).orElse(null);
    }

    @Nested
    class A_session {

        @ParameterizedTest
        @CsvSource({"GET", "POST", "PUT"})
        void is_polled_by_who_began_it(String method) {
            assertThat(answer(polling(method, begunBy(named("alice")), named("alice"))))
                    .isNull();
            assertThat(answer(polling(method, begunBy(null), null))).isNull();
        }

        @ParameterizedTest
        @CsvSource({"alice,mallory", "alice,Alice", "alice,'alice '", "alice,''", "alice,", ",mallory", ",''"})
        void is_polled_posted_to_and_upgraded_by_nobody_else(@Nullable String began, @Nullable String asks) {
            String sid = begunBy(named(began));
            assertThat(answer(polling("GET", sid, named(asks)))).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
            assertThat(answer(polling("POST", sid, named(asks)))).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
            assertThat(answer(webSocket(sid, named(asks)))).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
            assertThat(told).hasSize(3).allSatisfy(error -> {
                assertThat(error.code()).isEqualTo(4);
                assertThat(error.message()).isEqualTo("Forbidden");
                assertThat(error.context())
                        .containsEntry("name", "PRINCIPAL_MISMATCH")
                        .containsEntry("principal", asks)
                        .containsEntry("previousPrincipal", began);
            });
        }

        @Test
        void goes_on_for_who_began_it_whatever_others_ask() {
            String sid = begunBy(named("alice"));
            answer(polling("GET", sid, named("mallory")));
            answer(webSocket(sid, null));
            assertThat(answer(polling("GET", sid, named("alice")))).isNull();
            assertThat(answer(webSocket(sid, named("alice")))).isNull();
        }

        @Test
        void tells_nobody_else_by_which_transport_or_revision_it_goes_on() {
            String sid = begunBy(named("alice"));
            EngineRequest request = new EngineRequest("GET", "3", "websocket", sid, false, by(named("mallory")));
            assertThat(answer(request)).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
        }

        @Test
        void is_refused_in_the_form_of_the_other_refusals() {
            HandshakeRefusal refusal =
                    server.verify(polling("GET", begunBy(named("alice")), null)).orElseThrow();
            assertThat(refusal.error().status()).isEqualTo(403);
            assertThat(refusal.json()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
        }
    }

    @Nested
    class A_caller_without_a_name {

        private final Principal nameless = new Nameless();

        @Test
        void is_the_same_as_itself_and_as_no_other() {
            String sid = begunBy(nameless);
            assertThat(answer(polling("GET", sid, nameless))).isNull();
            assertThat(answer(polling("GET", sid, new Nameless()))).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
            assertThat(answer(polling("GET", sid, null))).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
            assertThat(answer(polling("GET", sid, named("null")))).isEqualTo(HandshakeError.OTHER_PRINCIPAL);
            assertThat(answer(polling("GET", begunBy(named("alice")), nameless)))
                    .isEqualTo(HandshakeError.OTHER_PRINCIPAL);
        }
    }

    private static final class Nameless implements Principal {
        @Override
        @SuppressWarnings("NullAway") // as some containers do
        public String getName() {
            return null;
        }
    }

    @Nested
    class An_id_that_the_application_gives_again {

        private final EngineServer server = server(new SettingsBuilder().build(), new EngineHooks() {
            @Override
            public Optional<String> generateId(HandshakeRequest request) {
                return Optional.of("one");
            }
        });

        @Test
        void lets_no_WebSocket_into_the_session_of_another_that_has_it_by_now() {
            EngineSession ended = server.openPolling(polling("GET", null, named("mallory")));
            EngineRequest upgrade = webSocket("one", named("mallory"));
            assertThat(server.verify(upgrade)).isEmpty();
            WebSocketOpening opening = server.prepareWebSocket(upgrade);
            ended.closeNow(CloseReason.FORCED_CLOSE);
            server.openPolling(polling("GET", null, named("alice")));
            FakeLink link = FakeLink.immediate();
            opening.open(link).text("2probe");
            assertThat(link.sent).isEmpty();
            assertThat(server.session(polling("GET", "one", named("mallory")))).isEmpty();
            assertThat(server.session(polling("GET", "one", named("alice")))).isPresent();
        }
    }

    @Test
    void where_it_is_switched_off_whoever_knows_the_id_takes_part_as_in_the_reference_server() {
        EngineServer open = server(new SettingsBuilder().withoutPrincipalCheck().build(), hooks);
        String sid = open.openPolling(polling("GET", null, named("alice"))).sid();
        assertThat(open.verify(polling("GET", sid, named("mallory")))).isEmpty();
        assertThat(open.verify(webSocket(sid, null))).isEmpty();
    }
}
