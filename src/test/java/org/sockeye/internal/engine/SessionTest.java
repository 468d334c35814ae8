package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The contract of sessions, for each way of carrying one. */
class SessionTest {

    @Nested
    class By_polling extends SessionContract {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.Polling(server);
        }
    }

    abstract static class ByWebSocket extends SessionContract {
        @AfterEach
        void one_send_was_in_flight_at_a_time() {
            assertThat(((TestClient.OnWebSocket) client).link.faults).isEmpty();
        }
    }

    @Nested
    class By_a_WebSocket_whose_sends_complete_inside_the_call extends ByWebSocket {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.WebSocket(server, false);
        }
    }

    @Nested
    class By_a_WebSocket_whose_sends_complete_on_another_thread extends ByWebSocket {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.WebSocket(server, true);
        }
    }

    @Nested
    class Upgraded_to_a_WebSocket_whose_sends_complete_inside_the_call extends ByWebSocket {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.Upgraded(server, false);
        }
    }

    @Nested
    class Upgraded_to_a_WebSocket_whose_sends_complete_on_another_thread extends ByWebSocket {
        @Override
        TestClient connect(EngineFixture server) {
            return new TestClient.Upgraded(server, true);
        }
    }
}
