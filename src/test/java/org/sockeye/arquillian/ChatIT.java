package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beans observe the events of clients: a WAR with our jar, and no web.xml. */
@ArquillianTest
@RunAsClient
class ChatIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("chat.war", Chat.class, Visits.class);
    }

    @ParameterizedTest
    @EnumSource
    void an_observer_is_given_the_payload_that_it_asks_for_and_answers(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport);
                TestClient bob = client(transport)) {
            JSONObject message = new JSONObject().put("text", "hello").put("tags", new JSONArray(List.of("a", "b")));
            assertThat(alice.ask("chat message", message)).containsExactly("delivered", true);
            JSONObject received = (JSONObject) bob.await("chat message").get(0);
            assertThat(received.get("text")).isEqualTo("hello");
            assertThat(received.getJSONArray("tags")).hasToString("[\"a\",\"b\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_observer_sends_through_the_socket_that_was_kept_when_another_client_connected(ClientTransport transport)
            throws Exception {
        try (TestClient alice = client(transport);
                TestClient bob = client(transport)) {
            bob.emit("whisper", new JSONObject().put("to", alice.id()).put("text", "psst"));
            assertThat(alice.await("whisper")).containsExactly(bob.id(), "psst");
            alice.emit("whisper", new JSONObject().put("to", bob.id()).put("text", "what?"));
            assertThat(bob.await("whisper")).containsExactly(alice.id(), "what?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void bytes_within_a_record_come_and_go_as_they_are(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport)) {
            JSONObject photo = new JSONObject().put("name", "sea").put("data", new byte[] {0, 1, -1});
            JSONObject reply = (JSONObject) alice.ask("photo", photo).get(0);
            assertThat(reply.get("name")).isEqualTo("sea!");
            assertThat((byte[]) reply.get("data")).containsExactly(0, 1, -1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namespace_and_handshake_are_those_of_the_socket_and_no_argument_is_an_empty_optional(ClientTransport transport)
            throws Exception {
        try (TestClient alice = client(transport)) {
            alice.emit("who am i");
            assertThat(alice.await("you are")).containsExactly("/", true, true, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_event_has_a_request_context_of_its_own(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport)) {
            assertThat(alice.ask("visit", 1, "two", true)).containsExactly(2, 3);
            assertThat(alice.ask("visit")).containsExactly(2, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_injected_server_reaches_everyone_in_a_room(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport);
                TestClient bob = client(transport)) {
            alice.emit("announce", "rain");
            assertThat(alice.await("news")).containsExactly("rain");
            assertThat(bob.await("news")).containsExactly("rain");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_observer_is_told_who_left_and_why(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport)) {
            String bob;
            try (TestClient leaving = client(transport)) {
                bob = leaving.id();
            }
            assertThat(alice.await("left", bob)).containsExactly(bob, "client namespace disconnect");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_payload_that_does_not_fit_disturbs_no_later_event(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport)) {
            alice.emit("chat message", 42);
            assertThat(alice.ask("visit")).containsExactly(2, 0);
        }
    }

    /** A client that the application has welcomed. */
    private TestClient client(ClientTransport transport) throws Exception {
        TestClient client = new TestClient(application, transport);
        client.await("welcome");
        return client;
    }
}
