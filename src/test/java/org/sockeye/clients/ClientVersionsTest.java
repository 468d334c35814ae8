package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.harness.EmbeddedTomcat;

/** npm's socket.io-client of every generation in Node.js, by each transport: all of them at one server. */
class ClientVersionsTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .application(ClientsApplication::install)
                .setting("allowEIO3", "true")
                .start();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @ParameterizedTest(name = "{0} by {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    socket.io-client-1 | 1 | polling           | polling
                    socket.io-client-1 | 1 | websocket         | websocket
                    socket.io-client-1 | 1 | polling,websocket | websocket
                    socket.io-client-2 | 2 | polling           | polling
                    socket.io-client-2 | 2 | websocket         | websocket
                    socket.io-client-2 | 2 | polling,websocket | websocket
                    socket.io-client-3 | 3 | polling           | polling
                    socket.io-client-3 | 3 | websocket         | websocket
                    socket.io-client-3 | 3 | polling,websocket | websocket
                    socket.io-client   | 4 | polling           | polling
                    socket.io-client   | 4 | websocket         | websocket
                    socket.io-client   | 4 | polling,websocket | websocket
                    """)
    void exchanges_events_acknowledgements_and_binary_and_uses_namespaces(
            String module, String major, String transports, String expected) {
        String output =
                NodeScript.run("versions.js", module, major, tomcat.http("/").toString(), transports);
        assertThat(output).isEqualToNormalizingNewlines("transport " + expected + "\ndone\n");
    }
}
