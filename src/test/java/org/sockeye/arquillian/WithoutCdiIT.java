package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The README's listener and web.xml with nothing but our jar in the WAR: on plain Tomcat there is no CDI, JSON-B or JSON-P anywhere. */
@ArquillianTest
@RunAsClient
class WithoutCdiIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    private static final String IMPORTS =
            """
            import jakarta.servlet.*;
            import jakarta.servlet.annotation.WebListener;
            import org.sockeye.*;

            """;

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        File library = Wars.library();
        WebArchive war = ShrinkWrap.create(WebArchive.class, "plain.war")
                .setWebXML(Wars.webXml(Readme.block("web.xml")))
                .addAsLibrary(library);
        SourceCode.addTo(war, "ChatListener", IMPORTS + Readme.block("without-cdi"), List.of(library));
        return war;
    }

    @ParameterizedTest
    @EnumSource
    void what_one_client_says_reaches_the_others_and_is_acknowledged(ClientTransport transport) throws Exception {
        try (TestClient first = new TestClient(application, transport);
                TestClient second = new TestClient(application, transport)) {
            assertThat(second.ask("chat message", "hello")).containsExactly("delivered");
            assertThat(first.await("chat message")).containsExactly("hello");
        }
    }

    @Test
    void the_settings_in_web_xml_are_in_force() throws Exception {
        URI handshake = application.toURI().resolve("socket.io/?EIO=4&transport=polling");
        String open = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(handshake).build(), BodyHandlers.ofString())
                .body();
        assertThat(open).contains("\"pingInterval\":10000");
    }
}
