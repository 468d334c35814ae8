package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockeye.internal.engine.SessionState.Phase;

class SessionStateTest {

    /** The states in which a session can be, and how it comes there. */
    enum State {
        POLLING,
        POSTING,
        UPGRADING,
        UPGRADING_AND_POSTING,
        UPGRADED,
        CLOSING,
        CLOSED;

        SessionState reach() {
            SessionState state = new SessionState(Phase.POLLING);
            switch (this) {
                case POLLING -> {}
                case POSTING -> state.onPost();
                case UPGRADING -> state.onCandidate();
                case UPGRADING_AND_POSTING ->
                    assertThat(state.onCandidate() && state.onPost()).isTrue();
                case UPGRADED ->
                    assertThat(state.onCandidate() && state.onUpgrade()).isTrue();
                case CLOSING -> state.onClosing();
                case CLOSED -> state.onClose();
            }
            return state;
        }
    }

    enum Event {
        CANDIDATE(SessionState::onCandidate),
        ABANDONED(SessionState::onUpgradeAbandoned),
        UPGRADE(SessionState::onUpgrade),
        POST(SessionState::onPost),
        POST_END(SessionState::onPostEnd),
        CLOSING(SessionState::onClosing),
        CLOSE(SessionState::onClose);

        private final Predicate<SessionState> event;

        Event(Predicate<SessionState> event) {
            this.event = event;
        }

        boolean happensTo(SessionState state) {
            return event.test(state);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POLLING,               true,  false, false, true,  false, true,  true",
        "POSTING,               true,  false, false, false, true,  true,  true",
        "UPGRADING,             false, true,  true,  true,  false, true,  true",
        "UPGRADING_AND_POSTING, false, true,  false, false, true,  true,  true",
        "UPGRADED,              false, false, false, false, false, true,  true",
        "CLOSING,               true,  false, false, true,  false, false, true",
        "CLOSED,                false, false, false, false, false, false, false",
    })
    void each_event_wins_where_it_may(
            State state,
            boolean candidate,
            boolean abandoned,
            boolean upgrade,
            boolean post,
            boolean postEnd,
            boolean closing,
            boolean close) {
        assertThat(Event.CANDIDATE.happensTo(state.reach())).as("candidate").isEqualTo(candidate);
        assertThat(Event.ABANDONED.happensTo(state.reach())).as("abandoned").isEqualTo(abandoned);
        assertThat(Event.UPGRADE.happensTo(state.reach())).as("upgrade").isEqualTo(upgrade);
        assertThat(Event.POST.happensTo(state.reach())).as("post").isEqualTo(post);
        assertThat(Event.POST_END.happensTo(state.reach())).as("post end").isEqualTo(postEnd);
        assertThat(Event.CLOSING.happensTo(state.reach())).as("closing").isEqualTo(closing);
        assertThat(Event.CLOSE.happensTo(state.reach())).as("close").isEqualTo(close);
    }

    @ParameterizedTest
    @CsvSource({
        "POLLING,               true,  true",
        "POSTING,               true,  true",
        "UPGRADING,             true,  true",
        "UPGRADING_AND_POSTING, true,  true",
        "UPGRADED,              true,  false",
        "CLOSING,               false, true",
        "CLOSED,                false, false",
    })
    void each_state_is_open_or_polling_or_not(State state, boolean open, boolean polling) {
        assertThat(state.reach().isOpen()).isEqualTo(open);
        assertThat(state.reach().isPolling()).isEqualTo(polling);
        assertThat(state.reach().isClosed()).isEqualTo(state == State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_lost_changed_nothing(Event event) {
        for (State state : State.values()) {
            for (Event next : Event.values()) {
                SessionState reached = state.reach();
                if (!event.happensTo(reached)) {
                    assertThat(next.happensTo(reached))
                            .as("%s after %s in %s", next, event, state)
                            .isEqualTo(next.happensTo(state.reach()));
                }
            }
        }
    }

    @Nested
    class After_an_upgrade_was_abandoned {

        @Test
        void another_one_may_be_tried() {
            SessionState state = State.UPGRADING.reach();
            assertThat(state.onUpgradeAbandoned()).isTrue();
            assertThat(state.onCandidate()).isTrue();
        }
    }

    @Nested
    class A_session_that_a_WebSocket_opened {

        @Test
        void cannot_be_upgraded_and_takes_no_POST() {
            SessionState state = new SessionState(Phase.UPGRADED);
            assertThat(state.onCandidate()).isFalse();
            assertThat(state.onPost()).isFalse();
            assertThat(state.isPolling()).isFalse();
            assertThat(state.isOpen()).isTrue();
        }
    }
}
