package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
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

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        List<File> libraries = libraries();
        WebArchive war = ShrinkWrap.create(WebArchive.class, "first.war")
                .addAsWebResource(new StringAsset(Readme.block("first-war: index.html")), "index.html")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(libraries.toArray(File[]::new));
        SourceCode.addTo(war, "Chat", Readme.block("first-war: Chat.java"), libraries);
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
        try (TestClient first = new TestClient(Tomcat.address("/first"), transport);
                TestClient second = new TestClient(Tomcat.address("/first"), transport)) {
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

    private static HttpResponse<String> get(String path) throws Exception {
        URI address = Tomcat.address("/first/" + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static List<File> libraries() {
        List<File> libraries = new ArrayList<>();
        libraries.add(new File(System.getProperty("sockeye.jar")));
        libraries.addAll(
                List.of(Objects.requireNonNull(new File(System.getProperty("sockeye.war.libraries")).listFiles())));
        return libraries;
    }
}
