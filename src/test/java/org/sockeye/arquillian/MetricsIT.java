package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What a server counts. */
@ArquillianTest
@RunAsClient
class MetricsIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("metrics.war", Meters.class);
    }

    @Test
    void the_application_sees_what_the_server_carries() throws Exception {
        try (TestClient client = new TestClient(application, ClientTransport.POLLING)) {
            assertThat(client.ask("metrics")).containsExactly(true, true, true, true);
        }
    }
}
