package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void everything_that_is_configured_is_said() {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("corsOrigins", "https://*.example.com")
                .setting("corsMethods", "GET, POST")
                .setting("corsAllowedHeaders", "X-A,X-B")
                .setting("corsExposedHeaders", "X-C")
                .setting("corsCredentials", "true")
                .setting("corsMaxAge", "PT10M")
                .start()) {
            HttpHeaders preflight = ask(
                    tomcat, "OPTIONS", OPENING, "Origin: https://a.example.com", "Access-Control-Request-Headers: x-z");
            assertThat(preflight.firstValue(":status")).contains("204");
            assertThat(allowed(preflight)).isEqualTo("https://a.example.com");
            assertThat(preflight.firstValue("access-control-allow-credentials")).contains("true");
            assertThat(preflight.firstValue("access-control-allow-methods")).contains("GET,POST");
            assertThat(preflight.firstValue("access-control-allow-headers")).contains("X-A,X-B");
            assertThat(preflight.firstValue("access-control-expose-headers")).contains("X-C");
            assertThat(preflight.firstValue("access-control-max-age")).contains("600");
            assertThat(preflight.allValues("vary")).containsExactly("Origin");
            assertThat(preflight.firstValue("content-type")).isEmpty();
            HttpHeaders answer = ask(tomcat, "GET", OPENING, "Origin: https://a.example.com");
            assertThat(allowed(answer)).isEqualTo("https://a.example.com");
            assertThat(answer.firstValue("access-control-allow-credentials")).contains("true");
            assertThat(answer.firstValue("access-control-expose-headers")).contains("X-C");
            assertThat(answer.firstValue("access-control-allow-methods")).isEmpty();
            assertThat(answer.firstValue("access-control-max-age")).isEmpty();
        }
    }

    @Test
    void a_filter_of_the_application_may_be_set_while_the_server_runs() {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> {})) {
            assertThat(allowed(ask(tomcat, "GET", OPENING, "Origin: https://a.example")))
                    .isEmpty();
            tomcat.server().engine().corsOrigin((origin, request) -> {
                if (origin.contains("bad")) {
                    throw new IllegalStateException(origin);
                }
                return origin.equals("https://a.example");
            });
            assertThat(allowed(ask(tomcat, "GET", OPENING, "Origin: https://a.example")))
                    .isEqualTo("https://a.example");
            HttpHeaders stranger = ask(tomcat, "GET", OPENING, "Origin: https://bad.example");
            assertThat(allowed(stranger)).isEmpty();
            assertThat(stranger.allValues("vary")).contains("Origin");
        }
    }

    @Nested
    class Behind_a_gateway_that_decides {

        @Test
        void nothing_is_said_and_preflights_are_no_matter_of_ours() {
            try (EmbeddedTomcat tomcat = gatewayed()) {
                HttpHeaders answer = ask(tomcat, "GET", OPENING, "Origin: https://a.example");
                assertThat(answer.map().keySet())
                        .noneMatch(name -> name.startsWith("access-control-") || name.equals("vary"));
                assertThat(ask(tomcat, "OPTIONS", OPENING, "Origin: https://a.example")
                                .firstValue(":status"))
                        .contains("400");
            }
        }

        @ParameterizedTest
        @CsvSource({"https://a.example, 101", "https://evil.example, 403"})
        void the_list_still_says_which_pages_may_open_a_WebSocket(String origin, String status) {
            try (EmbeddedTomcat tomcat = gatewayed()) {
                assertThat(webSocket(tomcat, origin).firstValue(":status")).contains(status);
            }
        }

        private static EmbeddedTomcat gatewayed() {
            return EmbeddedTomcat.builder()
                    .setting("cors", "false")
                    .setting("corsOrigins", "https://a.example")
                    .start();
        }
    }

    /** CVE-2019-13611, WS-2020-0443: what looks like an origin that may, and is not. */
    @Nested
    class An_origin_that_is_almost_one_of_the_list {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "",
                    "https://friend.example.evil.example",
                    "https://evilfriend.example",
                    "https://friend.example:8443",
                    "https://FRIEND.example",
                    "https://friend.example@evil.example",
                    "https://evil.example@friend.example",
                    "https://friend.example/",
                    "http://friend.example",
                    "https://friend.example evil",
                    "https://friend.example`evil.example",
                    "https://friend.example\\.evil.example",
                    "https://friend.example%60.evil.example",
                    "https://a.pattern.example.evil.example",
                    "https://pattern.example",
                    "https://a.pattern.example:8443",
                    "https://evil.example#a.pattern.example"
                })
        void is_not_let_in_on_either_transport(String origin) {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .setting("corsOrigins", "https://friend.example, https://*.pattern.example")
                    .start()) {
                assertThat(allowed(ask(tomcat, "GET", OPENING, "Origin: " + origin)))
                        .isEmpty();
                assertThat(allowed(ask(tomcat, "OPTIONS", OPENING, "Origin: " + origin)))
                        .isEmpty();
                assertThat(webSocket(tomcat, origin).firstValue(":status")).contains("403");
            }
        }
    }

    @Test
    void a_page_that_may_is_told_so_by_the_101_of_its_WebSocket() {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("corsOrigins", "https://*.example.com")
                .start()) {
            HttpHeaders granted = webSocket(tomcat, "https://a.example.com");
            assertThat(granted.firstValue(":status")).contains("101");
            assertThat(allowed(granted)).isEqualTo("https://a.example.com");
        }
    }

    private static HttpHeaders webSocket(EmbeddedTomcat tomcat, String origin) {
        return ask(
                tomcat,
                "GET",
                "/socket.io/?EIO=4&transport=websocket",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Origin: " + origin);
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
