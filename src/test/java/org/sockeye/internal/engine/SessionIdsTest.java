package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionError;
import org.sockeye.HandshakeRequest;

/** Where the ids of sessions come from. */
class SessionIdsTest {

    private final AtomicReference<String> next = new AtomicReference<>("chosen");
    private final List<ConnectionError> errors = new CopyOnWriteArrayList<>();
    private final EngineHooks hooks = new EngineHooks() {
        @Override
        public Optional<String> generateId(HandshakeRequest request) {
            return Optional.ofNullable(next.get());
        }

        @Override
        public void refused(ConnectionError error) {
            errors.add(error);
        }
    };
    private final EngineFixture fixture = new EngineFixture();
    private final EngineServer server = new EngineServer(
            EngineFixture.SETTINGS, fixture.timer, connection -> new RecordingListener(text -> {}), hooks);

    @Test
    void an_application_that_does_not_care_gets_twenty_random_characters() {
        assertThat(fixture.openPolling().sid()).matches("[A-Za-z0-9_-]{20}");
    }

    @Test
    void what_the_application_chose_finds_the_session() {
        EngineSession session = server.openPolling(EngineFixture.polling("GET", null));
        assertThat(session.sid()).isEqualTo("chosen");
        assertThat(server.session("chosen")).containsSame(session);
    }

    @Test
    void an_id_in_use_is_not_told_to_the_log() {
        next.set("a-long-secret");
        server.openPolling(EngineFixture.polling("GET", null));
        assertThatThrownBy(() -> server.openPolling(EngineFixture.polling("GET", null)))
                .isInstanceOf(HandshakeRefusedException.class);
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).context()).containsEntry("name", "ID_GENERATION_ERROR");
        assertThat(String.valueOf(errors.get(0).context().get("error")))
                .contains("a-long...")
                .doesNotContain("a-long-secret");
    }

    @Test
    void of_two_WebSockets_that_were_granted_with_the_same_id_the_later_one_is_closed() {
        WebSocketOpening first = server.prepareWebSocket(EngineFixture.webSocket(null));
        WebSocketOpening second = server.prepareWebSocket(EngineFixture.webSocket(null));
        FakeLink winner = FakeLink.immediate();
        FakeLink loser = FakeLink.immediate();
        first.open(winner);
        second.open(loser);
        assertThat(winner.sent).hasSize(1);
        assertThat(loser.sent).isEmpty();
        assertThat(loser.closeCode()).isNotZero();
        assertThat(server.sessionCount()).isEqualTo(1);
        assertThat(errors).extracting(ConnectionError::context).allSatisfy(context -> assertThat(context)
                .containsEntry("name", "ID_GENERATION_ERROR"));
    }

    @Test
    void a_session_has_its_id_free_for_another_when_it_is_over() {
        server.openPolling(EngineFixture.polling("GET", null)).closeNow(CloseReason.FORCED_CLOSE);
        assertThat(server.openPolling(EngineFixture.polling("GET", null)).sid()).isEqualTo("chosen");
    }

    @Test
    void the_shape_of_an_id_is_looked_at_before_it_is_looked_up() {
        assertThat(SessionIds.isWellFormed("a".repeat(64))).isTrue();
        assertThat(SessionIds.isWellFormed("a".repeat(65))).isFalse();
        assertThat(SessionIds.isWellFormed("")).isFalse();
        assertThat(List.of("a b", "ä", "a.b", "a/b", "a\u0000")).noneMatch(SessionIds::isWellFormed);
    }
}
