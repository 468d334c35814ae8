package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which observers are called, when and with what, and what a client is answered. */
@ArquillianTest
@RunAsClient
class ObserversIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of(
                "observers.war",
                Life.class,
                Calls.class,
                Calls.Item.class,
                Occasional.class,
                Occasional.User.class,
                Occasional.Last.class,
                Visits.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_life_of_a_socket_is_observed_in_the_namespace_that_is_named(ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, "/life", ClientTransport.WEBSOCKET)) {
            String bob;
            try (TestClient leaving = new TestClient(application, "/life", transport)) {
                bob = leaving.id();
                leaving.ask("where");
                leaving.emit("say", "hello");
            }
            assertThat(alice.await("gone", bob).toString())
                    .isEqualTo("[" + bob + ", "
                            + new JSONArray(new String[] {
                                "connecting to /life",
                                "connected",
                                "event where",
                                "said hello",
                                "event say",
                                "disconnecting in room true",
                                "disconnected in room false"
                            })
                            + "]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/life", "/project-7"})
    void an_observer_of_all_namespaces_is_told_in_each(String namespace) throws Exception {
        try (TestClient alice = new TestClient(application, namespace, ClientTransport.WEBSOCKET)) {
            assertThat(alice.ask("where")).containsExactly(namespace);
        }
    }

    @Test
    void a_pattern_is_for_the_namespaces_that_clients_create() throws Exception {
        try (TestClient alice = new TestClient(application, "/project-8", ClientTransport.WEBSOCKET)) {
            alice.emit("where");
            assertThat(alice.await("where")).containsExactly("project");
        }
    }

    @Test
    void without_a_namespace_an_observer_is_for_the_main_one() throws Exception {
        try (TestClient alice = client()) {
            alice.emit("where");
            assertThat(alice.await("where")).containsExactly("main");
        }
    }

    @Test
    void priorities_say_who_is_called_first() throws Exception {
        try (TestClient alice = client()) {
            assertThat(alice.ask("order", "x")).hasToString("[[1,2,3]]");
        }
    }

    @Test
    void observers_of_the_same_type_share_a_payload() throws Exception {
        try (TestClient alice = client()) {
            JSONArray items = new JSONArray().put(new JSONObject().put("name", "nut"));
            assertThat(alice.ask("share", items)).containsExactly(true, "nut");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_asynchronous_observer_has_the_socket_of_its_event_and_a_request_context_of_its_own(
            ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            assertThat(alice.ask("async", new JSONObject().put("name", "nut"))).containsExactly("nut", alice.id(), 1);
        }
    }

    @Test
    void a_conditional_observer_is_called_when_its_bean_exists() throws Exception {
        try (TestClient alice = client()) {
            assertThat(alice.ask("occasion", false)).containsExactly("not told");
            assertThat(alice.ask("occasion", true)).containsExactly("told true");
        }
    }

    @Test
    void the_first_answer_counts() throws Exception {
        try (TestClient alice = client()) {
            assertThat(alice.ask("answer")).containsExactly("first");
            assertThat(alice.await("answered")).containsExactly(true, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void when_an_observer_threw_others_are_called_and_the_client_is_told_no_more_than_that(ClientTransport transport)
            throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            assertThat(alice.ask("fail"))
                    .hasToString("[{\"error\":{\"code\":\"internal_error\",\"message\":\"Internal error\"}}]");
            assertThat(alice.await("failed")).containsExactly("OBSERVER", "java.io.IOException");
            assertThat(alice.await("heard")).containsExactly("fail");
        }
    }

    @Test
    void a_payload_that_fits_nobody_is_answered_with_where_it_does_not() throws Exception {
        try (TestClient alice = client()) {
            JSONObject error = ((JSONObject) alice.ask("buy", 42).get(0)).getJSONObject("error");
            assertThat(error.length()).isEqualTo(3);
            assertThat(error.get("code")).isEqualTo("invalid_payload");
            assertThat(alice.await("failed")).startsWith("PAYLOAD");
        }
    }

    @Test
    void an_error_mapper_of_the_application_says_what_is_answered() throws Exception {
        try (TestClient alice = client()) {
            assertThat(alice.ask("buy", new JSONObject().put("name", "nut"))).hasToString("[{\"soldOut\":\"nut\"}]");
        }
    }

    @Test
    void an_event_that_the_application_fires_has_no_socket_and_says_so() throws Exception {
        try (TestClient alice = client()) {
            assertThat((String) alice.ask("fire").get(0)).startsWith("There is no current Socket");
        }
    }

    private TestClient client() throws Exception {
        return new TestClient(application, ClientTransport.WEBSOCKET);
    }
}
