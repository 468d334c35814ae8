package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.harness.EmbeddedTomcat;

/** npm's socket.io-client, the one that is packed into the jar, in Node.js. */
class JavaScriptClientTest {

    private static final Path MODULES = Path.of("target/client/node_modules").toAbsolutePath();
    private static final Path SCRIPT = Path.of("src/test/resources/org/sockeye/clients/client.js");

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
    void exchanges_events_acknowledgements_and_binary_both_ways(String transports, String expected)
            throws IOException, InterruptedException {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(ClientsApplication::install)) {
            String output = run(tomcat.http("/").toString(), transports);
            assertThat(output).isEqualToNormalizingNewlines("transport " + expected + "\ndone\n");
        }
    }

    private static String run(String address, String transports) throws IOException, InterruptedException {
        Path output = Files.createTempFile("sockeye-client", ".txt");
        ProcessBuilder builder = new ProcessBuilder("node", SCRIPT.toString(), address, transports)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("NODE_PATH", MODULES.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ended").isTrue();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
