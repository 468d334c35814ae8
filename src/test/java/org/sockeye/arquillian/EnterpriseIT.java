package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** REST resources, EJBs and their timers send to clients, and EJBs observe them. */
@ArquillianTest
@RunAsClient
@Tag("enterprise")
class EnterpriseIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        WebArchive war = Wars.of(
                "enterprise.war",
                NewsApplication.class,
                NewsResource.class,
                NewsDesk.class,
                NewsAlarm.class,
                Newsroom.class);
        if (Container.HERE == Container.TOMEE) {
            war.setWebXML(Wars.webXml(defaultResource("ManagedExecutorService")
                    + defaultResource("ManagedScheduledExecutorService")
                    + defaultResource("ContextService")));
        }
        return war;
    }

    /** TomEE has the names of Jakarta Concurrency's defaults for whoever asks for them. */
    private static String defaultResource(String type) {
        return "<resource-env-ref><resource-env-ref-name>java:comp/Default" + type + "</resource-env-ref-name>"
                + "<resource-env-ref-type>jakarta.enterprise.concurrent." + type + "</resource-env-ref-type>"
                + "</resource-env-ref>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "ejb", "timer"})
    void a_rest_resource_an_ejb_and_its_timer_send_to_a_namespace_that_is_injected(String component) throws Exception {
        try (TestClient alice = client(ClientTransport.UPGRADED)) {
            HttpRequest post = HttpRequest.newBuilder(application.toURI().resolve("rest/news/" + component))
                    .POST(BodyPublishers.ofString("by " + component))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(post, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
            assertThat(alice.await("news", "by " + component)).containsExactly("by " + component, true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_ejb_observes_what_clients_send(ClientTransport transport) throws Exception {
        try (TestClient alice = client(transport)) {
            assertThat(alice.ask("submit", new JSONObject().put("title", "rain")))
                    .containsExactly("rain", alice.id());
        }
    }

    @Test
    void a_client_has_an_ejb_set_a_timer() throws Exception {
        try (TestClient alice = client(ClientTransport.WEBSOCKET)) {
            alice.emit("remind", "tea");
            assertThat(alice.await("news", "tea")).containsExactly("tea", true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_an_ejb_throws_is_told_without_what_its_container_puts_around_it(ClientTransport transport)
            throws Exception {
        try (TestClient alice = client(transport)) {
            assertThat((String) alice.ask("call", "too long").get(0)).startsWith("jakarta.ejb.EJB");
            assertThat(alice.ask("reject", "too late"))
                    .hasToString("[{\"error\":{\"code\":\"internal_error\",\"message\":\"Internal error\"}}]");
            assertThat(alice.await("failed")).containsExactly("OBSERVER", "java.lang.IllegalStateException: too late");
        }
    }

    @Test
    void handlers_run_on_the_containers_managed_executor() throws Exception {
        try (TestClient alice = client(ClientTransport.WEBSOCKET)) {
            assertThat(alice.ask("thread")).containsExactly(true, "enterprise");
        }
    }

    private TestClient client(ClientTransport transport) throws Exception {
        return new TestClient(application, "/news", transport);
    }
}
