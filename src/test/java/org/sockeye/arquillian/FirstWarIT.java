package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first WAR of the README, made of nothing but what the README says. */
@ArquillianTest
@RunAsClient
class FirstWarIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        WebArchive war = Wars.of("first.war")
                .addAsWebResource(new StringAsset(Readme.block("first-war: index.html")), "index.html");
        SourceCode.addTo(war, "Chat", Readme.block("first-war: Chat.java"), Wars.libraries());
        return war;
    }

    @Test
    void it_has_no_more_than_twenty_lines() throws IOException {
        assertThat(Readme.lines(Readme.block("first-war: Chat.java"))
                        + Readme.lines(Readme.block("first-war: index.html")))
                .isLessThanOrEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void what_one_client_says_reaches_the_others_and_is_acknowledged(ClientTransport transport) throws Exception {
        try (TestClient first = new TestClient(application, transport);
                TestClient second = new TestClient(application, transport)) {
            JSONObject hello = new JSONObject().put("from", "me").put("text", "hello");
            assertThat(second.ask("chat message", hello)).containsExactly("delivered");
            JSONObject received = (JSONObject) first.await("chat message").get(0);
            assertThat(received.get("from")).isEqualTo("me");
            assertThat(received.get("text")).isEqualTo("hello");
        }
    }

    @Test
    void the_page_and_the_client_that_it_loads_are_served() throws Exception {
        assertThat(get("index.html").body()).contains("socket.io/socket.io.js");
        assertThat(get("socket.io/socket.io.js").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = application.toURI().resolve(path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
