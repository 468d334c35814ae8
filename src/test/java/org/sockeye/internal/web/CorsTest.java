package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.RawConnection;

class CorsTest {

    private static final String OPENING = "/socket.io/?EIO=4&transport=polling";

    @Test
    void no_header_is_sent_unless_configured() {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> {})) {
            HttpHeaders headers = ask(tomcat, "GET", OPENING, "Origin: https://a.example");
            assertThat(headers.map().keySet()).noneMatch(name -> name.startsWith("access-control"));
        }
    }

    @Test
    void a_star_is_said_to_everyone() {
        try (EmbeddedTomcat tomcat =
                EmbeddedTomcat.builder().setting("corsOrigins", "*").start()) {
            assertThat(allowed(ask(tomcat, "GET", OPENING, "Origin: https://a.example")))
                    .isEqualTo("*");
            assertThat(allowed(ask(tomcat, "GET", "/socket.io/?EIO=9", "Origin: https://a.example")))
                    .isEqualTo("*");
            assertThat(allowed(ask(tomcat, "GET", "/socket.io/socket.io.js", "Origin: https://a.example")))
                    .isEqualTo("*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OPENING, "/socket.io/?EIO=9"})
    void an_origin_of_the_list_is_named_and_another_is_not(String path) {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("corsOrigins", "https://a.example, https://b.example")
                .start()) {
            HttpHeaders friend = ask(tomcat, "GET", path, "Origin: https://b.example");
            assertThat(allowed(friend)).isEqualTo("https://b.example");
            assertThat(friend.allValues("vary")).contains("Origin");
            HttpHeaders stranger = ask(tomcat, "GET", path, "Origin: https://c.example");
            assertThat(allowed(stranger)).isEmpty();
            assertThat(stranger.allValues("vary")).contains("Origin");
        }
    }

    @Test
    void a_preflight_is_answered_without_a_body() {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("corsOrigins", "https://a.example")
                .start()) {
            HttpHeaders headers = ask(
                    tomcat,
                    "OPTIONS",
                    OPENING,
                    "Origin: https://a.example",
                    "Access-Control-Request-Method: POST",
                    "Access-Control-Request-Headers: x-token");
            assertThat(headers.firstValue(":status")).contains("204");
            assertThat(allowed(headers)).isEqualTo("https://a.example");
            assertThat(headers.firstValue("access-control-allow-methods")).contains("GET,HEAD,PUT,PATCH,POST,DELETE");
            assertThat(headers.firstValue("access-control-allow-headers")).contains("x-token");
        }
    }

    private static String allowed(HttpHeaders headers) {
        return headers.firstValue("access-control-allow-origin").orElse("");
    }

    /** The headers of the answer by lower-case name, and its status as {@code :status}. */
    private static HttpHeaders ask(EmbeddedTomcat tomcat, String method, String path, String... headers) {
        List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: localhost"));
        lines.addAll(List.of(headers));
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            connection.request(lines.toArray(String[]::new));
            return connection.headers();
        }
    }
}
