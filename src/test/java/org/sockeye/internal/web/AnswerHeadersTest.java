package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ResponseHeaders;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.RawConnection;

/** Headers that an application may not set: the answer keeps its one way to say where it ends and what becomes of its connection. */
class AnswerHeadersTest {

    private static final String MINE = "of the application";
    private static final List<String> REFUSALS = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    /** Tries to set the header that the client names. */
    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.start(io -> io.engine()
                .onInitialHeaders((headers, request) ->
                        attempt(() -> headers.set(request.header("x-try").orElseThrow(), MINE)))
                .onHeaders((headers, request) ->
                        attempt(() -> add(headers, request.header("x-try").orElseThrow())))
                .onHeaders((headers, request) -> headers.set("X-Other", "1")));
    }

    private static void add(ResponseHeaders headers, String name) {
        headers.add(name.toLowerCase(Locale.ROOT), MINE);
    }

    private static void attempt(Runnable change) {
        try {
            change.run();
        } catch (IllegalArgumentException refused) {
            REFUSALS.add(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT));
            throw refused;
        }
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static HttpHeaders ask(String... lines) {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            return connection.request(lines).headers();
        }
    }

    private static HttpHeaders poll(String header) {
        return ask("GET /socket.io/?EIO=4&transport=polling HTTP/1.1", "Host: localhost", "X-Try: " + header);
    }

    private static HttpHeaders webSocket(String header) {
        return ask(
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "X-Try: " + header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Content-Encoding",
                "Content-Length",
                "Content-Range",
                "Keep-Alive",
                "Proxy-Connection",
                "Sec-WebSocket-Accept",
                "Sec-WebSocket-Extensions",
                "Sec-WebSocket-Protocol",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "TRANSFER-ENCODING",
                "Upgrade"
            })
    void what_frames_or_upgrades_a_message_is_refused_by_name(String header) {
        REFUSALS.clear();
        HttpHeaders polled = poll(header);
        HttpHeaders upgraded = webSocket(header);
        assertThat(polled.firstValue(":status")).contains("200");
        assertThat(polled.allValues(header)).doesNotContain(MINE);
        assertThat(polled.allValues("content-length")).hasSize(1);
        assertThat(polled.firstValue("x-other")).contains("1");
        assertThat(upgraded.firstValue(":status")).contains("101");
        assertThat(upgraded.allValues(header)).doesNotContain(MINE);
        assertThat(upgraded.firstValue("x-other")).contains("1");
        assertThat(REFUSALS).hasSize(4).allMatch(message -> message.contains("\"" + header.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Upgrade", "Content-Language", "Connection-Id", "WebSocket-Note"})
    void others_are_not(String header) {
        REFUSALS.clear();
        assertThat(poll(header).allValues(header)).contains(MINE);
        assertThat(webSocket(header).allValues(header)).contains(MINE);
        assertThat(REFUSALS).isEmpty();
    }
}
