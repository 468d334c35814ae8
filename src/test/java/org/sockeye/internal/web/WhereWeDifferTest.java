package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** What a client sees where the decision page of this name says that the reference server does otherwise, unless another test says so. */
class WhereWeDifferTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .application(io -> io.onConnection(socket -> socket.on("bye", event -> socket.disconnect(true))))
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static HttpHeaders ask(String... lines) {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            connection.request(lines);
            return connection.headers();
        }
    }

    private static String status(HttpHeaders headers) {
        return headers.firstValue(":status").orElse("");
    }

    private static HttpHeaders upgrade(String query, String... more) {
        List<String> lines = new ArrayList<>(List.of(
                "GET /socket.io/?" + query + " HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        lines.addAll(List.of(more));
        return ask(lines.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "4x\u001eabc", "2"})
    void a_malformed_POST_is_not_answered_with_ok(String body) {
        String sid = client.connect();
        HttpResponse<String> answer = client.post(sid, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(client.poll(sid).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream;charset=x",
                "application/octet-stream ; a=b",
                "Application/Octet-Stream"
            })
    void a_parameter_does_not_make_text_of_a_binary_POST(String type) {
        HttpResponse<String> answer = client.send(client.request("EIO=4&transport=polling&sid=" + client.connect())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("42[\"x\"]")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    @Timeout(30)
    void a_POST_that_takes_longer_than_a_heartbeat_may_is_given_up() {
        try (EmbeddedTomcat strict = EmbeddedTomcat.builder()
                        .setting("pingInterval", "1500")
                        .setting("pingTimeout", "1500")
                        .start();
                RawConnection slow = new RawConnection(strict.port())) {
            EngineClient hasty = new EngineClient(strict.http("/socket.io/"));
            String sid = hasty.open();
            slow.request(
                    "POST /socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 10");
            assertThat(slow.head()).startsWith("HTTP/1.1 408 ");
            assertThat(hasty.poll(sid).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_request_is_never_echoed() {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            connection.request(
                    "TRACE /socket.io/?EIO=4&transport=polling HTTP/1.1",
                    "Host: localhost",
                    "X-Secret: s3cret",
                    "Connection: close");
            assertThat(connection.head()).startsWith("HTTP/1.1 405 ");
            assertThat(connection.rest()).doesNotContain("s3cret");
        }
    }

    @Test
    void a_client_that_would_like_HTTP_2_is_served() {
        assertThat(status(ask(
                        "GET /socket.io/?EIO=4&transport=polling HTTP/1.1",
                        "Host: localhost",
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAAP__")))
                .isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({"8, 400", "7, 400", "13, 101", "'13, 8', 400"})
    void a_WebSocket_is_of_version_13(String version, String status) {
        HttpHeaders answer = upgrade("EIO=4&transport=websocket", "Sec-WebSocket-Version: " + version);
        assertThat(status(answer)).isEqualTo(status);
        assertThat(answer.firstValue("sec-websocket-version").isPresent()).isEqualTo(status.equals("400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "chat, superchat", "a b", ",", "\u0001"})
    void no_subprotocol_is_chosen_and_none_is_looked_at(String offered) {
        HttpHeaders answer =
                upgrade("EIO=4&transport=websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Protocol: " + offered);
        assertThat(answer.firstValue("sec-websocket-protocol")).isEmpty();
        assertThat(status(answer)).isIn("101", "400");
    }

    @Test
    void the_server_closes_a_WebSocket_with_a_code() {
        EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
        assertThat(link.next()).startsWith("0{");
        link.send("40");
        assertThat(link.next()).startsWith("40{");
        assertThat(link.send("42[\"bye\"]").closeCode()).isEqualTo(1000);
    }

    @Test
    void an_ack_id_that_a_number_cannot_hold_ends_the_session() {
        String sid = client.connect();
        client.post(sid, "421234567890123456[\"x\"]");
        HttpResponse<String> answer = client.poll(sid);
        assertThat(answer.body()).isIn("1", "{\"code\":1,\"message\":\"Session ID unknown\"}");
    }
}
