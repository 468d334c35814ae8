package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Namespaces that clients create, who may be there, and what other extensions veto. */
@ArquillianTest
@RunAsClient
class RoomsIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("rooms.war", Rooms.class)
                .addAsServiceProvider("jakarta.enterprise.inject.spi.Extension", Rooms.class.getName() + "$Veto");
    }

    @ParameterizedTest
    @EnumSource
    void the_life_of_a_socket_is_observed_in_all_namespaces_of_a_pattern(ClientTransport transport) throws Exception {
        try (TestClient news = new TestClient(application, "/news", transport)) {
            String guest;
            try (TestClient leaving = new TestClient(application, "/room-101", transport)) {
                guest = leaving.id();
                assertThat(leaving.await("welcome")).containsExactly("guest of /room-101");
            }
            assertThat(news.await("leaving", guest)).containsExactly(guest, true);
            assertThat(news.await("left", guest)).containsExactly(guest, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_refused_is_told_why(ClientTransport transport) throws Exception {
        Object why = TestClient.refused(
                application, "/room-1", transport, options -> options.auth = Map.of("stranger", "yes"));
        assertThat(why).hasToString("{\"data\":{\"ask\":\"somebody\"},\"message\":\"no strangers\"}");
    }

    @Test
    void what_another_extension_vetoes_is_not_called() throws Exception {
        try (TestClient client = client(ClientTransport.WEBSOCKET)) {
            assertThat(client.ask("veto")).containsExactly("not vetoed");
        }
    }

    private TestClient client(ClientTransport transport) throws Exception {
        return new TestClient(application, transport);
    }
}
