package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample with a {@code main} of docs/from-javascript-to-java.md, and the one of its log, in a process of their own. */
@Tag("tomcat")
class StandaloneIT {

    private static final String IMPORTS =
            """
            import jakarta.servlet.*;
            import java.nio.file.Files;
            import org.apache.catalina.core.StandardContext;
            import org.apache.catalina.startup.Tomcat;
            import org.sockeye.SocketIoServer;

            """;

    private static final Pattern LIBRARIES = Pattern.compile("tomcat-[^/\\\\]*\\.jar$");
    private static final Pattern STARTED = Pattern.compile("Starting ProtocolHandler .*-auto-\\d+-(\\d+)\"");

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Process process;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Standalone.java"), IMPORTS + Samples.block("Standalone.java"));
        Path logging = Files.writeString(folder.resolve("logging.properties"), Samples.block("logging.properties"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dport=0",
                        "-Djava.io.tmpdir=" + folder,
                        "-Djava.util.logging.config.file=" + logging,
                        "-classpath",
                        classPath(),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        Thread reader = new Thread(this::readLog, "log of the sample");
        reader.setDaemon(true);
        reader.start();
    }

    private static String classPath() {
        String tomcat = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> LIBRARIES.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        return System.getProperty("tested.jar") + File.pathSeparator + tomcat;
    }

    private void readLog() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(log::add);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ended").isTrue();
    }

    @Test
    void it_serves_clients_and_says_what_it_does() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + await(STARTED).group(1) + "/");
        try (TestClient client = new TestClient(address.toURL(), ClientTransport.UPGRADED)) {
            assertThat(client.ask("echo", "hello")).isEqualTo(List.of("hello"));
            await(Pattern.compile(Pattern.quote(client.id())));
        }
    }

    /** The next line of the log that has this. */
    private Matcher await(Pattern pattern) throws InterruptedException {
        while (true) {
            String line = log.poll(30, TimeUnit.SECONDS);
            assertThat(line).as("a line with " + pattern).isNotNull();
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                return matcher;
            }
        }
    }
}
