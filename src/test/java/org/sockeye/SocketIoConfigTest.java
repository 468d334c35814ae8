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
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/api/v1.2/socket.io", "/~me/chat_room-1", "/...", "/.well-known/x"})
    void a_path_may_have_several_segments(String path) {
        assertThat(with("path", path).path()).isEqualTo(path);
    }

    @Test
    void the_last_port_is_one() {
        assertThat(with("corsOrigins", "http://a.example:65535").corsOrigins())
                .isEqualTo(List.of("http://a.example:65535"));
    }

    @Test
    void yes_and_no_are_read_in_any_case() {
        assertThat(with("allowEIO3", "TRUE").allowEIO3()).isTrue();
        assertThat(with("serveClient", "False").serveClient()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "path, a path, of ASCII letters",
        "cookieMaxAge, P100000D, to 2147483647 seconds",
        "corsMaxAge, P100000D, to 2147483647 seconds",
        "cookiePath, /a b, without spaces",
        "corsOrigins, http://a.com:99999, ports from 1 to 65535"
    })
    void what_is_allowed_explains_the_refusal(String name, String value, String why) {
        assertThatThrownBy(() -> with(name, value)).hasMessageContaining(why);
    }

    @Test
    void a_message_is_one_line_with_nothing_out_of_sight() {
        assertThatThrownBy(() -> with("dispatch", "fast\r\nINFO\u2028all \u202eis \u007fw\u00e9ll"))
                .hasMessageContaining("\"fast\\u000d\\u000aINFO\\u2028all \\u202eis \\u007fw\u00e9ll\"");
        assertThatThrownBy(() -> with("ping\nInterval", "1")).hasMessageContaining("\"ping\\u000aInterval\"");
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
        assertRefused(name, value);
    }

    @ParameterizedTest
    @CsvSource({
        "path, //",
        "path, /a b",
        "path, /a/*",
        "path, /a//b",
        "path, /a//",
        "path, /../x",
        "path, /x/..",
        "path, /./x",
        "path, /%41",
        "path, /a;x",
        "path, /\u00e9",
        "cookiePath, /a b",
        "cookieMaxAge, P100000D",
        "corsMaxAge, P100000D",
        "corsOrigins, http://a.com:99999",
        "corsOrigins, http://a.com:65536",
        "corsOrigins, http://a.com:0",
        "corsOrigins, http://a.com:08080",
        "pingInterval, \u0663",
        "maxPayload, \u0663",
        "httpCompressionThreshold, \uff11",
        "cookieMaxAge, \u0663000"
    })
    void a_value_that_almost_works_is_refused_too(String name, String value) {
        assertRefused(name, value);
    }

    private static void assertRefused(String name, String value) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + name + "\"")
                .hasMessageContaining("\"" + value + "\"")
                .hasMessageContaining(Setting.named(name, "").allowed());
    }
}
