package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

class LongPollingTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .contextPath("/app")
                .setting("maxPayload", "1000")
                .application(io -> io.onConnection(
                        socket -> socket.on("echo", String.class, (text, event) -> socket.emit("echo", text))))
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Nested
    class A_session {

        @Test
        void begins_with_an_open_packet_that_no_cache_keeps() {
            HttpResponse<String> opened = client.get("EIO=4&transport=polling");
            assertThat(opened.statusCode()).isEqualTo(200);
            assertThat(opened.body())
                    .matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":25000,"
                            + "\"pingTimeout\":20000,\"maxPayload\":1000}");
            assertThat(header(opened, "Content-Type")).matches("text/plain; ?charset=UTF-8");
            assertThat(header(opened, "Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void is_reached_without_the_slash_too() {
            EngineClient other = new EngineClient(tomcat.http("/socket.io"));
            String sid = other.open();
            assertThat(other.post(sid, "40").statusCode()).isEqualTo(200);
            assertThat(client.poll(sid).body()).startsWith("40{\"sid\":");
        }

        @Test
        void answers_a_post_with_ok_as_html() {
            HttpResponse<String> answer = client.post(client.open(), "40");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(header(answer, "Content-Type")).startsWith("text/html");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        }

        @Test
        void holds_a_poll_until_there_is_something_to_say() {
            String sid = client.connect();
            CompletableFuture<HttpResponse<String>> held = client.pollLater(sid);
            client.post(sid, "42[\"echo\",\"Grüße €😀\"]");
            assertThat(EngineClient.get(held).body()).isEqualTo("42[\"echo\",\"Grüße €😀\"]");
        }

        @Test
        void refuses_a_second_poll_and_ends() {
            String sid = client.connect();
            CompletableFuture<HttpResponse<String>> first = client.pollLater(sid);
            HttpResponse<String> second = EngineClient.get(client.pollLater(sid));
            HttpResponse<String> other = EngineClient.get(first);
            assertThat(new int[] {second.statusCode(), other.statusCode()}).containsExactlyInAnyOrder(200, 400);
            assertThat(second.body() + other.body()).isEqualTo("1");
            assertThat(client.poll(sid).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
        }
    }

    @Nested
    class A_bad_request {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        EIO=4                                                    | 0 | Transport unknown
                        EIO=4&transport=abc                                      | 0 | Transport unknown
                        EIO=4&transport=                                         | 0 | Transport unknown
                        EIO=4&transport=__proto__                                | 0 | Transport unknown
                        EIO=4&transport=polling&sid=abc                          | 1 | Session ID unknown
                        EIO=4&transport=polling&sid=__proto__                    | 1 | Session ID unknown
                        EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAA         | 1 | Session ID unknown
                        EIO=4&transport=polling&sid=%FF%00                       | 1 | Session ID unknown
                        EIO=4&transport=websocket                                | 3 | Bad request
                        transport=polling                                        | 5 | Unsupported protocol version
                        EIO=abc&transport=polling                                | 5 | Unsupported protocol version
                        EIO=3&transport=polling                                  | 5 | Unsupported protocol version
                        """)
        void is_refused_as_by_the_reference_server(String query, int code, String message) {
            HttpResponse<String> answer = client.get(query);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
            assertThat(answer.body()).isEqualTo("{\"code\":%d,\"message\":\"%s\"}", code, message);
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
        void is_every_other_method_that_would_begin_a_session(String method) {
            HttpResponse<String> answer =
                    client.send(client.request("EIO=4&transport=polling").method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"code\":2,\"message\":\"Bad handshake method\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH", "HEAD", "BREW"})
        void is_every_other_method_within_a_session_which_goes_on(String method) {
            String sid = client.connect();
            HttpResponse<String> answer = client.send(
                    client.request("EIO=4&transport=polling&sid=" + sid).method(method, BodyPublishers.noBody()));
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("GET, POST");
            assertThat(answer.body()).isEmpty();
            assertThat(client.post(sid, "42[\"echo\",\"on\"]").statusCode()).isEqualTo(200);
            assertThat(client.poll(sid).body()).isEqualTo("42[\"echo\",\"on\"]");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "EIO=4&transport=polling&sid=%00&t=%zz&j=0&b64=1",
                    "EIO=%C0%80&transport=polling",
                    "EIO=4&transport%5B%5D=polling",
                    "EIO=4&EIO=5&transport=polling",
                    "&=&==&EIO&transport&sid",
                    "transport=polling&EIO=4&sid=%2e%2e%2f%2e%2e%2fWEB-INF"
                })
        void is_refused_without_a_word_too_much_however_odd_it_is(String query) {
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                connection.request("GET /app/socket.io/?" + query + " HTTP/1.0", "Host: localhost");
                assertThat(connection.head()).startsWith("HTTP/1.1 400 ");
                assertThat(connection.rest()).doesNotContain("org.sockeye").doesNotContain("Exception");
            }
        }
    }

    @Nested
    class A_bad_post {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "abc",
                    "",
                    "42[\"echo\"",
                    "451-[\"echo\",{\"_placeholder\":true,\"num\":\"splice\"}]",
                    "450-[\"a\"]"
                })
        void ends_the_session(String body) {
            String sid = client.connect();
            client.post(sid, body);
            assertThatIsOver(sid);
        }

        @Test
        void of_text_between_attachments_ends_the_session() {
            String sid = client.connect();
            client.post(
                    sid,
                    "452-[\"echo\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]\u001ebAQ==\u001e42[\"echo\",\"x\"]");
            assertThatIsOver(sid);
        }

        @Test
        void that_is_too_large_is_refused_before_it_is_read() {
            String sid = client.connect();
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                connection.request(
                        "POST /app/socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Length: 1001");
                assertThat(connection.head()).startsWith("HTTP/1.1 413 ");
            }
        }

        @Test
        void that_becomes_too_large_is_refused_while_it_is_read() {
            String sid = client.connect();
            try (RawConnection connection = new RawConnection(tomcat.port())) {
                connection.request(
                        "POST /app/socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1",
                        "Host: localhost",
                        "Transfer-Encoding: chunked");
                connection.send("258\r\n" + "€".repeat(200) + "\r\n" + "258\r\n" + "€".repeat(200) + "\r\n");
                assertThat(connection.head()).startsWith("HTTP/1.1 413 ");
            }
        }

        @Test
        void of_just_the_largest_size_is_taken() {
            String sid = client.connect();
            String event = "42[\"echo\",\"" + "a".repeat(1000 - 13) + "\"]";
            assertThat(event).hasSize(1000);
            assertThat(client.post(sid, event).statusCode()).isEqualTo(200);
            assertThat(client.poll(sid).body()).isEqualTo(event);
        }

        @Test
        void of_the_binary_content_type_is_refused_and_ends_the_session() {
            String sid = client.connect();
            HttpResponse<String> answer = client.send(client.request("EIO=4&transport=polling&sid=" + sid)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofString("42[\"echo\",\"x\"]")));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(client.poll(sid).statusCode()).isEqualTo(400);
        }

        @Test
        void that_is_compressed_is_refused() {
            HttpResponse<String> answer = client.send(client.request("EIO=4&transport=polling&sid=" + client.connect())
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofString("42[\"echo\",\"x\"]")));
            assertThat(answer.statusCode()).isEqualTo(415);
        }

        @Test
        @Timeout(20)
        void at_the_same_time_as_another_is_refused_and_ends_the_session() {
            String sid = client.connect();
            try (RawConnection slow = new RawConnection(tomcat.port())) {
                slow.request(
                        "POST /app/socket.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Length: 100");
                int status = 200;
                while (status == 200) { // until the server has seen the first one
                    status = client.post(sid, "42[\"quiet\"]").statusCode();
                }
                assertThat(status).isEqualTo(400);
                assertThat(client.poll(sid).statusCode()).isEqualTo(400);
            }
        }
    }

    /** A session that Socket.IO ends, not Engine.IO, says so to the next poll. */
    private static void assertThatIsOver(String sid) {
        HttpResponse<String> answer = client.poll(sid);
        if (answer.body().equals("1")) {
            answer = client.poll(sid);
        }
        assertThat(answer.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
