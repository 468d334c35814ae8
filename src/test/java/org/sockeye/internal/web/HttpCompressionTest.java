package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** The compression of long-polling answers. */
class HttpCompressionTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LONG = "€uro".repeat(1000);
    /** With which an event of just the threshold is answered: {@code 42["big",""]} is 12 bytes. */
    private static final String JUST = "a".repeat(1024 - 12);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = serve(EmbeddedTomcat.builder());
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static EmbeddedTomcat serve(EmbeddedTomcat.Builder builder) {
        return builder.application(io -> io.onConnection(socket -> {
                    socket.on("long", event -> socket.emit("big", LONG));
                    socket.on("plain", event -> socket.compress(false).emit("big", LONG));
                    socket.on("just", event -> socket.emit("big", JUST));
                    socket.on("less", event -> socket.emit("big", JUST.substring(1)));
                }))
                .start();
    }

    /** Has an event answered, and takes the answer by a GET that accepts these codings. */
    private static HttpResponse<byte[]> answer(EmbeddedTomcat server, String event, String accepted) {
        EngineClient client = new EngineClient(server.http("/socket.io/"));
        String sid = client.connect();
        client.post(sid, "42[\"" + event + "\"]");
        URI address = URI.create(server.http("/socket.io/") + "?EIO=4&transport=polling&sid=" + sid);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!accepted.isEmpty()) {
            request.header("Accept-Encoding", accepted);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String coding(HttpResponse<byte[]> answer) {
        return String.join(" and ", answer.headers().allValues("Content-Encoding"));
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        InputStream body = new ByteArrayInputStream(answer.body());
        InputStream plain =
                switch (coding(answer)) {
                    case "gzip" -> new GZIPInputStream(body);
                    case "deflate" -> new InflaterInputStream(body);
                    default -> body;
                };
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    gzip                            | gzip
                    deflate                         | deflate
                    gzip, deflate, br               | gzip
                    deflate, gzip                   | gzip
                    GZIP                            | gzip
                    x-gzip, br                      | ''
                    gzip;q=0.5, deflate             | deflate
                    gzip;q=0.5, deflate;q=0.8       | deflate
                    gzip;q=0, deflate               | deflate
                    gzip;q=0                        | ''
                    gzip;q=0.000, deflate; q=0.0    | ''
                    gzip ; Q=0.5                    | gzip
                    gzip;q=abc                      | ''
                    gzip;q=0.5, identity            | ''
                    gzip;q=0.5, identity;q=0.5      | gzip
                    *                               | gzip
                    *;q=0                           | ''
                    gzip;q=0, *                     | deflate
                    identity                        | ''
                    br                              | ''
                    ,;,                             | ''
                    ''                              | ''
                    """)
    void is_what_the_client_accepts(String accepted, String coding) throws IOException {
        HttpResponse<byte[]> answer = answer(tomcat, "long", accepted);
        assertThat(coding(answer)).isEqualTo(coding);
        assertThat(text(answer)).isEqualTo("42[\"big\",\"" + LONG + "\"]");
        assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
    }

    @Test
    void begins_at_the_threshold() throws IOException {
        HttpResponse<byte[]> just = answer(tomcat, "just", "gzip");
        assertThat(coding(just)).isEqualTo("gzip");
        assertThat(text(just)).hasSize(1024);
        HttpResponse<byte[]> less = answer(tomcat, "less", "gzip");
        assertThat(coding(less)).isEmpty();
        assertThat(less.body()).hasSize(1023);
        assertThat(less.headers().allValues("Vary")).isEmpty();
    }

    @Test
    void spares_what_is_sent_to_be_spared() throws IOException {
        HttpResponse<byte[]> answer = answer(tomcat, "plain", "gzip");
        assertThat(coding(answer)).isEmpty();
        assertThat(text(answer)).contains(LONG);
    }

    @Test
    void may_be_off_and_may_begin_elsewhere() {
        try (EmbeddedTomcat off = serve(EmbeddedTomcat.builder().setting("httpCompression", "false"))) {
            assertThat(coding(answer(off, "long", "gzip"))).isEmpty();
        }
        try (EmbeddedTomcat higher = serve(EmbeddedTomcat.builder().setting("httpCompressionThreshold", "100000"))) {
            assertThat(coding(answer(higher, "long", "gzip"))).isEmpty();
        }
    }

    private static void compressByContainer(StandardContext context) {
        Engine engine = (Engine) context.getParent().getParent();
        Connector connector = engine.getService().findConnectors()[0];
        connector.setProperty("compression", "on");
        connector.setProperty("compressionMinSize", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "gzip, deflate"})
    void is_not_done_again_by_a_container_that_compresses(String accepted) throws IOException {
        try (EmbeddedTomcat compressing =
                serve(EmbeddedTomcat.builder().context(HttpCompressionTest::compressByContainer))) {
            assertThat(coding(answer(compressing, "plain", "gzip"))).isEqualTo("gzip");
            HttpResponse<byte[]> answer = answer(compressing, "long", accepted);
            assertThat(coding(answer)).isIn("gzip", "deflate");
            assertThat(text(answer)).isEqualTo("42[\"big\",\"" + LONG + "\"]");
        }
    }
}
