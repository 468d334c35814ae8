package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.engine.EngineHooks;

class OriginsTest {

    @Nested
    class Unless_configured {

        private final Origins origins = new Origins(List.of(), EngineHooks.NONE);

        @Test
        void no_answer_is_for_another_site() {
            assertThat(origins.configured()).isFalse();
            assertThat(origins.allowOrigin(from("https://example.com", "chat.example")))
                    .isEmpty();
        }

        @Test
        void a_client_that_is_no_browser_may_open_a_WebSocket() {
            assertThat(origins.admits(request(Map.of("host", List.of("chat.example")))))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://chat.example",
                    "http://chat.example",
                    "https://chat.example:443",
                    "HTTPS://Chat.Example"
                })
        void a_page_of_the_same_site_may_open_a_WebSocket(String origin) {
            assertThat(origins.admits(from(origin, "chat.example"))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"chat.example", "chat.example, inner.example"})
        void a_page_of_the_same_site_may_open_a_WebSocket_through_proxies_that_say_so(String forwarded) {
            assertThat(origins.admits(request(Map.of(
                            "origin", List.of("https://chat.example"),
                            "host", List.of("localhost:8080"),
                            "x-forwarded-host", List.of(forwarded)))))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "",
                    "https://evil.example",
                    "https://chat.example.evil.example",
                    "https://evilchat.example",
                    "https://chat.example:8443",
                    "https://chat.example@evil.example",
                    "https://evil.example@chat.example",
                    "https://chat.example/",
                    "ftp://chat.example",
                    "chat.example"
                })
        void a_page_of_another_site_may_not(String origin) {
            assertThat(origins.admits(from(origin, "chat.example"))).isFalse();
        }
    }

    @Nested
    class With_a_list {

        private final Origins origins =
                new Origins(List.of("https://a.example", "http://b.example:8080"), EngineHooks.NONE);

        @ParameterizedTest
        @ValueSource(strings = {"https://a.example", "http://b.example:8080"})
        void its_origins_are_let_in_everywhere(String origin) {
            assertThat(origins.allowOrigin(from(origin, "chat.example"))).contains(origin);
            assertThat(origins.admits(from(origin, "chat.example"))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "http://a.example",
                    "https://A.example",
                    "https://a.example:8443",
                    "https://a.example.evil.example",
                    "https://xa.example",
                    "https://a.example@evil.example",
                    "http://b.example"
                })
        void no_other_is_let_in_anywhere(String origin) {
            assertThat(origins.allowOrigin(from(origin, "chat.example"))).isEmpty();
            assertThat(origins.admits(from(origin, "chat.example"))).isFalse();
        }

        @Test
        void two_origins_at_once_are_none() {
            assertThat(origins.admits(request(Map.of("origin", List.of("https://a.example", "https://evil.example")))))
                    .isFalse();
        }
    }

    @Nested
    class With_a_filter_of_the_application {

        private final List<String> asked = new ArrayList<>();
        private final Origins origins = new Origins(List.of("https://a.example"), new EngineHooks() {
            @Override
            public boolean decidesOnOrigins() {
                return true;
            }

            @Override
            public boolean allowsOrigin(String origin, HandshakeRequest request) {
                asked.add(origin);
                return origin.endsWith("//b.example");
            }
        });

        @Test
        void what_it_lets_in_is_let_in_everywhere_beside_the_list() {
            assertThat(origins.configured()).isTrue();
            for (String origin : List.of("https://a.example", "https://b.example")) {
                assertThat(origins.allowOrigin(from(origin, "chat.example"))).contains(origin);
                assertThat(origins.admits(from(origin, "chat.example"))).isTrue();
            }
            assertThat(asked).containsOnly("https://b.example");
        }

        @Test
        void what_it_does_not_let_in_is_not() {
            assertThat(origins.allowOrigin(from("https://c.example", "chat.example")))
                    .isEmpty();
            assertThat(origins.admits(from("https://c.example", "chat.example")))
                    .isFalse();
        }

        @Test
        void it_is_not_asked_for_this_site_nor_for_an_origin_that_is_nobodys() {
            assertThat(origins.admits(from("https://chat.example", "chat.example")))
                    .isTrue();
            assertThat(origins.admits(from("null", "chat.example"))).isFalse();
            assertThat(origins.admits(request(Map.of()))).isTrue();
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void a_star_lets_everyone_in() {
        Origins origins = new Origins(List.of("*"), EngineHooks.NONE);
        assertThat(origins.allowOrigin(request(Map.of()))).contains("*");
        assertThat(origins.admits(from("null", "chat.example"))).isTrue();
    }

    private static HandshakeSnapshot from(String origin, String host) {
        return request(Map.of("origin", List.of(origin), "host", List.of(host)));
    }

    private static HandshakeSnapshot request(Map<String, List<String>> headers) {
        return new HandshakeSnapshot(
                "GET", "/socket.io/", headers, Map.of(), "127.0.0.1", false, null, null, Roles.NOT_ASKED);
    }
}
