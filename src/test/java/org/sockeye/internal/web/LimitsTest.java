package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** Bounds of a server, reached from outside. */
class LimitsTest {

    private static EmbeddedTomcat start(String setting, String value) {
        return EmbeddedTomcat.builder()
                .setting(setting, value)
                .application(io -> io.onConnection(socket -> socket.on(
                        "length",
                        String.class,
                        (text, event) -> socket.emit("length", text == null ? 0 : text.length()))))
                .start();
    }

    private static String event(int characters) {
        return "42[\"length\",\"" + "€".repeat(characters) + "\"]";
    }

    @Nested
    class A_text_is_counted_in_bytes {

        private final EmbeddedTomcat tomcat = start("maxPayload", "1000000");
        private final EngineClient client = new EngineClient(tomcat.http("/socket.io/"));

        @AfterEach
        void stop() {
            tomcat.close();
        }

        private HttpResponse<String> post(String sid, BodyPublisher body) {
            return client.send(
                    client.request("EIO=4&transport=polling&sid=" + sid).POST(body));
        }

        private BodyPublisher chunked(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        }

        @Test
        void so_that_400_000_characters_of_three_bytes_are_refused_in_a_request_that_says_its_length() {
            assertThat(post(client.connect(), BodyPublishers.ofString(event(400_000)))
                            .statusCode())
                    .isEqualTo(413);
        }

        @Test
        void so_that_400_000_characters_of_three_bytes_are_refused_in_a_request_in_chunks() {
            assertThat(post(client.connect(), chunked(event(400_000))).statusCode())
                    .isEqualTo(413);
        }

        @Test
        void so_that_400_000_characters_of_three_bytes_are_refused_by_WebSocket() {
            EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
            link.next();
            link.send("40").next();
            assertThat(link.send(event(400_000)).closeCode()).isEqualTo(1009);
        }

        @Test
        void and_333_000_of_them_are_taken_whichever_way() {
            String sid = client.connect();
            assertThat(post(sid, BodyPublishers.ofString(event(333_000))).statusCode())
                    .isEqualTo(200);
            assertThat(client.poll(sid).body()).isEqualTo("42[\"length\",333000]");
            assertThat(post(sid, chunked(event(333_000))).statusCode()).isEqualTo(200);
            assertThat(client.poll(sid).body()).isEqualTo("42[\"length\",333000]");
            EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
            link.next();
            link.send("40").next();
            assertThat(link.send(event(333_000)).next()).isEqualTo("42[\"length\",333000]");
        }
    }

    @Nested
    class Beyond_maxSessions {

        private final EmbeddedTomcat tomcat = start("maxSessions", "1");
        private final EngineClient client = new EngineClient(tomcat.http("/socket.io/"));

        @AfterEach
        void stop() {
            tomcat.close();
        }

        @Test
        void a_handshake_is_refused_and_tried_again_with_success_when_there_is_room() {
            String sid = client.connect();
            HttpResponse<String> refused = client.get("EIO=4&transport=polling");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
            client.post(sid, "1");
            client.poll(sid); // ends it; until a moment has passed a late poll would be answered
            assertThat(client.connect()).isNotEmpty();
        }

        @Test
        void a_WebSocket_is_refused() {
            client.connect();
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                assertThat(connection
                                .webSocket("/socket.io/?EIO=4&transport=websocket")
                                .head())
                        .startsWith("HTTP/1.1 503 ");
            }
        }

        @Test
        void the_session_that_there_is_may_upgrade() {
            String sid = client.connect();
            assertThat(client.webSocket("EIO=4&transport=websocket&sid=" + sid)
                            .send("2probe")
                            .next())
                    .isEqualTo("3probe");
        }
    }
}
