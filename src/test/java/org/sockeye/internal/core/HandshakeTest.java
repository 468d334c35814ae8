package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockeye.Handshake;
import org.sockeye.HandshakeRequest;
import org.sockeye.features.Covers;

/** What a handshake says of its request. */
class HandshakeTest {

    private static final Principal USER = () -> "someone";

    private static Handshake handshake(Map<String, List<String>> headers) {
        return new CoreHandshake(
                new PlainCodec(), "{}", List.of(), Instant.ofEpochMilli(1_700_000_000_123L), new Request(headers));
    }

    @Test
    @Covers("Socket.handshake")
    void the_members_of_its_request_are_its_own() {
        Handshake handshake = handshake(Map.of("user-agent", List.of("a browser")));
        assertThat(handshake.headers()).containsOnlyKeys("user-agent");
        assertThat(handshake.header("User-Agent")).contains("a browser");
        assertThat(handshake.query()).containsEntry("room", List.of("1", "2"));
        assertThat(handshake.query("room")).contains("1");
        assertThat(handshake.query("other")).isEmpty();
        assertThat(handshake.url()).isEqualTo("/socket.io/?room=1&room=2");
        assertThat(handshake.address()).isEqualTo("192.0.2.1");
        assertThat(handshake.isSecure()).isTrue();
        assertThat(handshake.principal()).isSameAs(USER);
    }

    @Test
    @Covers("Socket.handshake")
    void the_time_is_that_of_the_connection() {
        Handshake handshake = handshake(Map.of());
        assertThat(handshake.time()).isEqualTo(Instant.parse("2023-11-14T22:13:20.123Z"));
        assertThat(handshake.issued()).isEqualTo(1_700_000_000_123L);
    }

    @Test
    @Covers("Socket.handshake")
    void a_request_that_names_an_origin_is_of_another_domain() {
        assertThat(handshake(Map.of("origin", List.of("https://example.com"))).isCrossDomain())
                .isTrue();
        assertThat(handshake(Map.of()).isCrossDomain()).isFalse();
    }

    private record Request(Map<String, List<String>> headers) implements HandshakeRequest {

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String url() {
            return "/socket.io/?room=1&room=2";
        }

        @Override
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        @Override
        public Map<String, List<String>> query() {
            return Map.of("room", List.of("1", "2"));
        }

        @Override
        public String remoteAddress() {
            return "192.0.2.1";
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public Principal principal() {
            return USER;
        }

        @Override
        public <T> Optional<T> unwrap(Class<T> type) {
            return Optional.empty();
        }
    }
}
