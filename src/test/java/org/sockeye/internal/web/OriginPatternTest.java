package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the origins of the settings are compared with what a browser sends. */
class OriginPatternTest {

    @ParameterizedTest
    @CsvSource({
        "https://*.example.com,      https://a.example.com",
        "https://*.example.com,      https://a.b.example.com",
        "https://*.example.com,      https://x_y-1.example.com",
        "https://*.example.com:8443, https://a.example.com:8443",
        "https://*.example.com:*,    https://a.example.com:8443",
        "https://*.example.com:*,    https://a.example.com",
        "http://localhost:*,         http://localhost",
        "http://localhost:*,         http://localhost:5173",
        "http://[::1]:*,             http://[::1]:5173",
        "http://[::1]:3000,          http://[::1]:3000",
        "capacitor://localhost,      capacitor://localhost"
    })
    void it_matches_what_it_means(String pattern, String origin) {
        assertThat(OriginPattern.of(pattern).matches(origin)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://*.example.com,      https://example.com",
        "https://*.example.com,      https://.example.com",
        "https://*.example.com,      https://a..example.com",
        "https://*.example.com,      https://..example.com",
        "https://*.example.com,      https://evilexample.com",
        "https://*.example.com,      https://a.example.com.evil.com",
        "https://*.example.com,      https://a.example.com:8443",
        "https://*.example.com,      https://evil.com/.example.com",
        "https://*.example.com,      https://evil.com#.example.com",
        "https://*.example.com,      https://evil.com?.example.com",
        "https://*.example.com,      https://evil.com:1.example.com",
        "https://*.example.com,      https://evil.com@a.example.com",
        "https://*.example.com,      https://a.example.com@evil.com",
        "https://*.example.com,      https://evil.com\\.example.com",
        "https://*.example.com,      https://A.example.com",
        "https://*.example.com,      http://a.example.com",
        "https://*.example.com,      https://a.example.com/",
        "https://*.example.com,      https://a.example.com.",
        "https://*.example.com,      https://",
        "https://*.example.com,      null",
        "http://localhost:*,         http://localhost.evil.com:80",
        "http://localhost:*,         http://localhost:80@evil.com",
        "http://localhost:*,         http://localhost:123456",
        "http://localhost:*,         http://localhost:8a",
        "http://[::1]:*,             http://[::1"
    })
    void it_matches_nothing_else(String pattern, String origin) {
        assertThat(OriginPattern.of(pattern).matches(origin)).isFalse();
    }

    @Test
    void a_header_of_any_length_is_compared_in_linear_time() {
        String origin = "https://" + "a.".repeat(500_000) + "example.org";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(
                        OriginPattern.of("https://*.example.com").matches(origin))
                .isFalse());
    }
}
