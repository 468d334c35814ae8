package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The samples of docs/from-javascript-to-java.md in one WAR: a listener, beans, a servlet, a JAX-RS resource and a Faces page. */
@Tag("tomcat") // brings JAX-RS and Faces for it
@ArquillianTest
@RunAsClient
class FromJavaScriptIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"(jakarta\\.faces\\.ViewState)\"[^>]* value=\"([^\"]*)\"");

    /** Beside the settings: what every container with Faces does by itself, and what keeps Weld quiet on Tomcat. */
    private static final String WEB_XML =
            """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <context-param>
                <param-name>org.jboss.weld.context.ignore.guard</param-name>
                <param-value>false</param-value>
              </context-param>
              <context-param>
                <param-name>org.jboss.weld.context.mapping</param-name>
                <param-value>^(?!.*/socket\\.io/).*$</param-value>
              </context-param>
              <servlet>
                <servlet-name>faces</servlet-name>
                <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
              </servlet>
              <servlet-mapping>
                <servlet-name>faces</servlet-name>
                <url-pattern>*.xhtml</url-pattern>
              </servlet-mapping>
              %s
            </web-app>
            """;

    /** REST resources of other tests are on the class path of this Tomcat, and none of this application's. */
    private static final String CONTEXT_XML = "<Context><JarScanner scanClassPath=\"false\"/></Context>";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "samples.war")
                .setWebXML(new StringAsset(WEB_XML.formatted(Samples.block("web.xml"))))
                .addAsManifestResource(new StringAsset(CONTEXT_XML), "context.xml")
                .addAsWebResource(new StringAsset(Samples.block("announcement.xhtml")), "announcement.xhtml")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibraries(Samples.libraries().toArray(File[]::new));
        Samples.addTo(war, "Greeting", "Visitors", "Notices", "Api", "Rooms", "Announcement");
        return war;
    }

    @ParameterizedTest
    @EnumSource
    void events_to_one_to_all_and_from_one(ClientTransport transport) throws Exception {
        try (TestClient client = new TestClient(application, transport)) {
            assertThat(client.await("request")).containsExactly("who are you?");
            assertThat(client.await("broadcast")).containsExactly("somebody came");
            client.emit("reply", "Ada");
            assertThat(client.await("broadcast", "Ada came")).hasSize(1);
        }
    }

    @Test
    void beans_that_observe_connections_events_and_disconnections() throws Exception {
        try (TestClient client = connect()) {
            client.emit("event", "a message");
            assertThat(client.await("seen")).containsExactly("a message");
            connect().close();
            assertThat(client.await("gone")).containsExactly("client namespace disconnect");
        }
    }

    @Test
    void options_in_web_xml() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("socket.io/?EIO=4&transport=polling"))
                .build();
        assertThat(body(request)).contains("\"pingInterval\":10000", "\"maxPayload\":100000");
    }

    @Test
    void a_servlet() throws Exception {
        try (TestClient client = connect()) {
            assertThat(body(post(address("notices?text=lunch"), ""))).isEqualTo("sent");
            assertThat(client.await("notice")).containsExactly("lunch");
        }
    }

    @Test
    void a_jax_rs_resource() throws Exception {
        try (TestClient client = connect()) {
            assertThat(body(post(address("api/rooms/nobody?text=nothing"), ""))).isEqualTo("sent");
            assertThat(body(post(address("api/rooms/visitors?text=tea"), ""))).isEqualTo("sent");
            assertThat(client.await("notice")).containsExactly("tea");
        }
    }

    @Test
    void a_faces_bean() throws Exception {
        URI page = address("announcement.xhtml");
        try (TestClient client = connect()) {
            String form = body(HttpRequest.newBuilder(page).build());
            Matcher state = VIEW_STATE.matcher(form);
            assertThat(state.find()).as(form).isTrue();
            body(post(
                    page,
                    "form=form&form:text=closing&form:send=Send&" + state.group(1) + "=" + encoded(state.group(2))));
            assertThat(client.await("notice")).containsExactly("closing");
        }
    }

    /** A client that the application has greeted, and put among the visitors before that: observers are called first. */
    private TestClient connect() throws Exception {
        TestClient client = new TestClient(application, ClientTransport.WEBSOCKET);
        client.await("request");
        return client;
    }

    private URI address(String path) throws Exception {
        return application.toURI().resolve(path);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest post(URI address, String form) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private String body(HttpRequest request) throws Exception {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
