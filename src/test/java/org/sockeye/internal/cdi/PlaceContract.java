package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ManagedServer;

/** Which observers are called for what happens in a namespace, whichever CDI implementation calls them. */
abstract class PlaceContract extends CdiContract {

    PlaceContract(CdiImplementation cdi) {
        super(cdi);
    }

    @Nested
    class An_event_reaches_the_observers_of_its_namespace {

        private void isSeenBy(String namespace, Object... observers) {
            start(PlaceBeans.Everywhere.class);
            assertThat(receive(new FakeEvent(Fakes.socket("bob", namespace), "where")))
                    .isTrue();
            assertThat(seen()).containsExactlyInAnyOrder(observers);
        }

        @Test
        void which_is_the_main_one_where_they_name_none() {
            isSeenBy("/", "main", "all");
        }

        @Test
        void by_its_name_with_or_without_slash() {
            isSeenBy("/chat", "chat", "chat without slash", "all", "any event of chat");
        }

        @Test
        void by_a_pattern() {
            isSeenBy("/project-7", "project", "all");
        }

        @Test
        void and_those_of_all_namespaces() {
            isSeenBy("/other", "all");
        }
    }

    @Nested
    class What_happens_to_a_socket_reaches_the_observers_of_its_namespace {

        private void live(Socket socket) {
            start(PlaceBeans.Life.class);
            events().connecting(new RecordedCandidacy(socket));
            events().connected(socket, outcome);
            events().disconnecting(socket, DisconnectReason.TRANSPORT_CLOSE, null, outcome);
            events().disconnected(socket, DisconnectReason.TRANSPORT_CLOSE, null, outcome);
        }

        @Test
        void from_the_request_to_the_end() {
            live(Fakes.socket("bob", "/chat"));
            assertThat(seen())
                    .containsExactly("connecting true", "connected", "disconnecting true", "disconnected true");
        }

        @Test
        void and_no_others() {
            live(alice);
            assertThat(seen()).isEmpty();
        }
    }

    @Nested
    class A_server_has_when_it_starts {

        @Test
        void the_namespaces_that_observers_name() {
            List<String> made = new ArrayList<>();
            start(PlaceBeans.Everywhere.class);
            ManagedServer server = directory().server("");
            server.onNewNamespace(namespace -> made.add(namespace.name()));
            directory().events().of(server);
            assertThat(made).containsExactly("/chat");
        }
    }

    @Nested
    class Where_there_are_several_servers {

        private void isSeenBy(String server, Object... observers) {
            start(PlaceBeans.Servers.class);
            ApplicationEvents its = directory().events().of(directory().server(server));
            its.received(new FakeEvent(alice, "where"), outcome);
            assertThat(seen()).containsExactlyInAnyOrder(observers);
        }

        @Test
        void those_that_name_none_observe_the_default_one() {
            isSeenBy("", "default", "every");
        }

        @Test
        void the_deployment_fails_if_one_is_not_there_that_an_observer_names() {
            start(PlaceBeans.Servers.class);
            directory().declare(List.of("first"), "first");
            assertThatThrownBy(() -> directory().checkRequired())
                    .hasMessageContaining("no Socket.IO server \"second\"")
                    .hasMessageContaining("Servers.ofSecond(SocketEvent)");
        }

        @Test
        void and_if_none_is_the_default_where_an_observer_names_none() {
            start(PlaceBeans.Servers.class);
            directory().declare(List.of("first", "second"), null);
            assertThatThrownBy(() -> directory().checkRequired())
                    .hasMessageContaining("none is the default")
                    .hasMessageContaining("Servers.ofDefault(SocketEvent)");
        }

        @Test
        void others_the_one_that_they_name() {
            isSeenBy("second", "second", "every");
        }
    }
}
