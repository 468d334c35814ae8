package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;

/** npm's socket.io-client with npm's socket.io-msgpack-parser, in Node.js, at a server with the setting {@code parser=msgpack}. */
class MsgPackClientTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .application(io -> {
                    ClientsApplication.install(io);
                    io.onConnection(socket -> socket.on(
                            "auth", event -> event.answer(socket.handshake().auth())));
                })
                .setting("parser", "msgpack")
                .start();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    default           | websocket
                    polling           | polling
                    websocket         | websocket
                    """)
    void exchanges_events_acknowledgements_and_binary_both_ways_and_uses_namespaces(
            String transports, String expected) {
        String output =
                NodeScript.run("client.js", tomcat.http("/").toString(), transports, "socket.io-msgpack-parser");
        assertThat(output).isEqualToNormalizingNewlines("transport " + expected + "\ndone\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket"})
    void exchanges_what_JSON_does_not_have_and_is_closed_for_what_is_no_packet(String transport) {
        String output = NodeScript.run("msgpack.js", tomcat.http("/").toString(), transport);
        assertThat(output).isEqualToNormalizingNewlines("done\n");
    }
}
