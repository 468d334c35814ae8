package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.features.Covers;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

class ClientFilesTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.start(io -> {});
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js"})
    @Covers("Server.serveClient")
    void the_browser_client_is_served_with_its_source_map(String name) {
        HttpResponse<String> script = get(name);
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse(""))
                .matches("application/javascript; ?charset=utf-8");
        assertThat(script.headers().firstValue("Cache-Control")).contains("public, max-age=0");
        assertThat(script.headers().firstValue("ETag").orElse("")).matches("\"4\\.\\d+\\.\\d+\"");
        assertThat(script.body()).contains("Socket.IO v4.");
        HttpResponse<String> map = get(name + ".map");
        assertThat(map.headers().firstValue("Content-Type").orElse("")).matches("application/json; ?charset=utf-8");
        assertThat(map.body()).startsWith("{\"version\":3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W/"})
    void a_client_that_has_the_file_is_not_sent_it_again(String weak) {
        String etag = get("socket.io.js").headers().firstValue("ETag").orElse("");
        HttpResponse<String> again = send(request("socket.io.js").header("If-None-Match", weak + etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(send(request("socket.io.js").header("If-None-Match", "\"0.0.1\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socket.io.js",
                "socket.io.min.js.map",
                "socket.io.esm.min.js",
                "socket.io.msgpack.min.js",
                "socket.io.msgpack.min.js.map"
            })
    void a_file_is_compressed_for_whoever_accepts_that(String name) throws IOException {
        for (int time = 1; time <= 2; time++) {
            HttpResponse<byte[]> answer = sendForBytes(request(name).header("Accept-Encoding", "br, gzip;q=0.5"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
            assertThat(answer.headers().firstValue("Content-Length")).contains(String.valueOf(answer.body().length));
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(get(name).body());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "deflate", "identity, gzip;q=0.5", ""})
    void a_file_is_not_compressed_for_others(String accepted) {
        HttpResponse<String> answer = send(request("socket.io.min.js").header("Accept-Encoding", accepted));
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(answer.body()).contains("Socket.IO v4.");
    }

    @Test
    void of_a_file_that_a_client_has_the_headers_say_so_whatever_it_accepts() {
        String etag = get("socket.io.js").headers().firstValue("ETag").orElse("");
        HttpResponse<String> again =
                send(request("socket.io.js").header("If-None-Match", etag).header("Accept-Encoding", "gzip"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).contains(etag);
        assertThat(again.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/client.properties",
                "/socket.io/LICENSE",
                "/socket.io/socket.io.js.bak",
                "/socket.io/..%2fclient/socket.io.js",
                "/socket.io/%2e%2e/%2e%2e/META-INF/LICENSE",
                "/socket.io/x/socket.io.js"
            })
    void nothing_else_of_the_jar_is_served(String path) {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            connection.request("GET " + path + " HTTP/1.1", "Host: localhost", "Connection: close");
            assertThat(connection.head()).containsPattern("^HTTP/1.1 40[04] ");
        }
    }

    @Test
    @Covers("Server.serveClient")
    void it_can_be_switched_off() {
        try (EmbeddedTomcat other =
                EmbeddedTomcat.builder().setting("serveClient", "false").start()) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(other.http("/socket.io/socket.io.js")));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    private static HttpResponse<String> get(String name) {
        return send(request(name));
    }

    private static HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(tomcat.http("/socket.io/" + name));
    }

    private static HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
        return HttpClient.newHttpClient()
                .sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return new EngineClient(URI.create("http://unused/")).send(request);
    }
}
