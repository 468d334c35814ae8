package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The listener of docs/jakarta-ee.md, with nothing but our jar in the WAR; its initializer compiles with it. */
@ArquillianTest
@RunAsClient
class DocumentedListenerIT {

    private static final String IMPORTS =
            """
            import jakarta.servlet.*;
            import jakarta.servlet.annotation.WebListener;
            import java.util.Set;
            import org.sockeye.*;

            """;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        File library = Wars.library();
        WebArchive war = ShrinkWrap.create(WebArchive.class, "listener.war").addAsLibrary(library);
        String initializer = block("Initializer").replace("public class", "class");
        SourceCode.addTo(war, "Annotated", IMPORTS + block("Annotated") + "\n" + initializer, List.of(library));
        return war;
    }

    private static String block(String className) throws IOException {
        return Readme.block(Path.of("docs", "jakarta-ee.md"), "without-cdi: " + className + ".java");
    }

    @ParameterizedTest
    @EnumSource
    void finds_the_server_before_any_client_does(ClientTransport transport) throws Exception {
        try (TestClient client = new TestClient(application, transport)) {
            client.emit("say", "hello");
            assertThat(client.await("said")).containsExactly("hello");
        }
    }
}
