package org.sockeye;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketIoConfigTest {

    private static SocketIoConfig with(String name, String value) {
        return SocketIoConfig.builder().set(name, value).build();
    }

    @Nested
    class Without_settings {

        private final SocketIoConfig config = SocketIoConfig.builder().build();

        @Test
        void the_times_are_the_reference_servers() {
            assertThat(config.pingInterval()).isEqualTo(Duration.ofSeconds(25));
            assertThat(config.pingTimeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(config.upgradeTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(45));
        }

        @Test
        void the_limits_are_the_reference_servers() {
            assertThat(config.maxPayload()).isEqualTo(1_000_000);
            assertThat(config.maxAttachments()).isEqualTo(10);
        }

        @Test
        void no_other_site_may_connect() {
            assertThat(config.corsOrigins()).isEmpty();
        }
    }

    @Test
    void a_duration_is_read_in_milliseconds_and_as_iso_8601() {
        assertThat(with("pingInterval", "300").pingInterval()).isEqualTo(Duration.ofMillis(300));
        assertThat(with("pingInterval", "PT5S").pingInterval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_list_is_read_by_comma() {
        assertThat(with("corsOrigins", "https://a.example, https://b.example:8443")
                        .corsOrigins())
                .isEqualTo(List.of("https://a.example", "https://b.example:8443"));
        assertThat(with("transports", "websocket").transports()).isEqualTo(Set.of(Transport.WEBSOCKET));
    }

    @Test
    void origins_are_kept_as_browsers_write_them() {
        assertThat(with(
                                "corsOrigins",
                                "https://A.Example:443, http://b.example:80, https://c.example:80, http://*.D.example:*")
                        .corsOrigins())
                .isEqualTo(List.of(
                        "https://a.example", "http://b.example", "https://c.example:80", "http://*.d.example:*"));
    }

    @Nested
    class Settings_that_do_not_fit_together {

        @Test
        void a_cookie_for_every_site_is_a_secure_one() {
            assertThatThrownBy(() -> with("cookieSameSite", "none"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"cookieSameSite\"")
                    .hasMessageContaining("\"cookieSecure\"");
            assertThat(SocketIoConfig.builder()
                            .set("cookieSameSite", "none")
                            .set("cookieSecure", "true")
                            .build()
                            .cookieSameSite())
                    .isEqualTo(SameSite.NONE);
        }

        @ParameterizedTest
        @CsvSource({"__Host-io, false, /", "__Secure-io, false, /", "__Host-io, true, /chat"})
        void a_cookies_name_promises_nothing_that_is_not_kept(String name, String secure, String path) {
            assertThatThrownBy(() -> SocketIoConfig.builder()
                            .set("cookie", name)
                            .set("cookieSecure", secure)
                            .set("cookiePath", path)
                            .build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"cookie\"");
        }

        @Test
        void not_every_site_may_act_as_the_user() {
            SocketIoConfig.Builder settings =
                    SocketIoConfig.builder().set("corsOrigins", "*").set("corsCredentials", "true");
            assertThatThrownBy(settings::build)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"corsOrigins\"")
                    .hasMessageContaining("\"corsCredentials\"");
            assertThat(settings.set("cors", "false").build().cors()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"maxOutboxPackets, 1, 2", "maxOutboxBytes, 260, 261"})
        void what_a_session_begins_with_fits_into_its_outbox(String bound, String tooLow, String enough) {
            SocketIoConfig.Builder settings = SocketIoConfig.builder().set("initialPacket", "hello");
            assertThatThrownBy(settings.set(bound, tooLow)::build)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"" + bound + "\" is \"" + tooLow + "\"")
                    .hasMessageContaining("from " + enough);
            assertThat(settings.set(bound, enough).build().initialPacket()).contains("hello");
        }
    }

    @Test
    void the_path_loses_its_last_slash() {
        assertThat(with("path", "/realtime/").path()).isEqualTo("/realtime");
    }

    @Test
    void an_unknown_name_is_refused_and_the_known_ones_are_listed() {
        assertThatThrownBy(() -> with("pingIntervall", "300"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"pingIntervall\"")
                .hasMessageContaining("pingInterval, pingTimeout");
    }

    @ParameterizedTest
    @CsvSource({
        "pingInterval, 0",
        "pingInterval, -5",
        "pingInterval, soon",
        "pingInterval, PT-1S",
        "pingInterval, 99999999999999999999",
        "pingInterval, P999999999D",
        "maxPayload, 0",
        "maxPayload, 1MB",
        "maxPayload, 2147483648",
        "maxAttachments, -1",
        "transports, carrier-pigeon",
        "transports, ''",
        "corsOrigins, example.com",
        "corsOrigins, https://example.com/path",
        "corsOrigins, https://a@example.com",
        "corsOrigins, https://*",
        "corsOrigins, https://a.*.example.com",
        "corsOrigins, https://*example.com",
        "corsOrigins, https://example.com:123456",
        "corsOrigins, null",
        "corsOrigins, https://ex\u00e4mple.com",
        "corsMethods, ''",
        "corsMethods, G T",
        "corsAllowedHeaders, a:b",
        "corsMaxAge, -1",
        "cookie, a=b",
        "cookie, a b",
        "cookiePath, chat",
        "cookiePath, /;x",
        "cookieSameSite, maybe",
        "cookieMaxAge, 999",
        "httpCompressionThreshold, -1",
        "allowUpgrades, no",
        "dispatch, fastest",
        "path, socket.io",
        "path, /",
        "path, /a*",
        "serveClient, yes"
    })
    void a_value_that_cannot_work_is_refused_with_name_value_and_what_is_allowed(String name, String value) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(Setting.named(name).allowed());
    }
}
