package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Beans that live as long as a socket, and what is injected where. */
@ArquillianTest
@RunAsClient
class ScopesIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("scopes.war", Scopes.class, Counter.class, Publisher.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_bean_of_a_socket_is_its_own_and_is_destroyed_after_the_observers_of_its_end(ClientTransport transport)
            throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            String bob;
            try (TestClient leaving = new TestClient(application, transport)) {
                bob = leaving.id();
                assertThat(leaving.ask("count")).containsExactly(1);
                assertThat(alice.ask("count")).containsExactly(1);
                assertThat(leaving.ask("count")).containsExactly(2);
            }
            assertThat(alice.await("destroyed", bob)).containsExactly(bob, 3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_asynchronous_observer_has_the_bean_of_its_socket(ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            assertThat(alice.ask("count")).containsExactly(1);
            alice.emit("count later");
            assertThat(alice.await("counted")).containsExactly(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_who_has_not_logged_in_is_a_principal(ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            assertThat(alice.ask("who")).containsExactly(true, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_servlet_sends_to_a_namespace_that_is_injected(ClientTransport transport) throws Exception {
        try (TestClient alice = new TestClient(application, transport)) {
            URI publish = application.toURI().resolve("publish");
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(publish).build(), BodyHandlers.discarding());
            assertThat(alice.await("published")).containsExactly(true);
        }
    }
}
