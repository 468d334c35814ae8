package org.sockeye.conformance.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

/** What is served beside the sessions, and where. */
@Timeout(60)
class ServerAttachmentTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("corsOrigins", "https://good-origin.com")
                .start();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static HttpRequest.Builder request(String file) {
        return HttpRequest.newBuilder(tomcat.http(file));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return new EngineClient(tomcat.http("/")).send(request);
    }

    private static HttpResponse<String> get(String file) {
        return send(request("/socket.io/" + file));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @Nested
    class The_client {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "socket.io.js",
                    "socket.io.js?buster=1700000000",
                    "socket.io.min.js",
                    "socket.io.esm.min.js",
                    "socket.io.msgpack.min.js"
                })
        void is_served_with_its_version_as_the_ETag(String file) {
            HttpResponse<String> answer = get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).matches("application/javascript; ?charset=utf-8");
            assertThat(header(answer, "X-SourceMap")).isEqualTo("none");
            assertThat(header(answer, "ETag")).matches("\"4\\.\\d+\\.\\d+\"");
            assertThat(answer.body())
                    .contains("Socket.IO v" + header(answer, "ETag").replace("\"", ""));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "socket.io.js.map",
                    "socket.io.min.js.map",
                    "socket.io.esm.min.js.map",
                    "socket.io.msgpack.min.js.map"
                })
        void is_served_with_its_source_map(String file) {
            HttpResponse<String> answer = get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).matches("application/json; ?charset=utf-8");
            assertThat(header(answer, "ETag")).isEqualTo(header(get("socket.io.js"), "ETag"));
            assertThat(answer.body()).contains("engine.io");
        }

        @ParameterizedTest
        @CsvSource({"'gzip,br,deflate',gzip", "br,none", "identity,none"})
        void is_compressed_for_whoever_accepts_gzip(String accepted, String coding) {
            HttpResponse<String> answer =
                    send(request("/socket.io/socket.io.js").header("Accept-Encoding", accepted));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Content-Encoding")).isEqualTo(coding);
        }

        @Test
        void is_served_to_pages_of_other_origins_that_may() {
            HttpResponse<String> answer =
                    send(request("/socket.io/socket.io.js").header("Origin", "https://good-origin.com"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://good-origin.com");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "W/"})
        void is_not_sent_again_to_whoever_has_it(String weak) {
            String etag = header(get("socket.io.js"), "ETag");
            HttpResponse<String> answer =
                    send(request("/socket.io/socket.io.js").header("If-None-Match", weak + etag));
            assertThat(answer.statusCode()).isEqualTo(304);
        }

        @Test
        void is_not_served_where_it_is_switched_off() {
            try (EmbeddedTomcat other =
                    EmbeddedTomcat.builder().setting("serveClient", "false").start()) {
                HttpResponse<String> answer = send(HttpRequest.newBuilder(other.http("/socket.io/socket.io.js")));
                assertThat(answer.statusCode()).isEqualTo(400);
            }
        }

        @Test
        void has_no_other_files() {
            assertThat(get("socket.io.esm.js").statusCode()).isEqualTo(400);
        }

        @Test
        void is_not_elsewhere() {
            assertThat(send(request("/abcdefghij/socket.io.js")).statusCode()).isEqualTo(404);
        }
    }

    @Nested
    class The_settings {

        @Test
        void that_are_given_hold_beside_the_defaults_of_the_others() {
            try (EmbeddedTomcat other =
                    EmbeddedTomcat.builder().setting("pingTimeout", "6000").start()) {
                assertThat(new EngineClient(other.http("/socket.io/"))
                                .get("EIO=4&transport=polling")
                                .body())
                        .contains("\"pingInterval\":25000,\"pingTimeout\":6000,");
            }
        }
    }
}
