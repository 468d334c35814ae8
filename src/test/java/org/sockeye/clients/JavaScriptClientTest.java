package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.harness.EmbeddedTomcat;

/** npm's socket.io-client, the one that is packed into the jar, in Node.js. */
class JavaScriptClientTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    default           | websocket
                    polling           | polling
                    websocket         | websocket
                    websocket,polling | websocket
                    """)
    void exchanges_events_acknowledgements_and_binary_both_ways(String transports, String expected) {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(ClientsApplication::install)) {
            String output = NodeScript.run("client.js", tomcat.http("/").toString(), transports);
            assertThat(output).isEqualToNormalizingNewlines("transport " + expected + "\ndone\n");
        }
    }
}
