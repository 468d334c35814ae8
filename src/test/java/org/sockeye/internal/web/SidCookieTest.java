package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.SocketIoConfig;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** The cookie with the session id. */
class SidCookieTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cookie=io                                                        | io=abc; Path=/; HttpOnly; SameSite=Lax
                    cookie=io cookiePath=/chat cookieSameSite=strict                 | io=abc; Path=/chat; HttpOnly; SameSite=Strict
                    cookie=io cookieHttpOnly=false cookieMaxAge=P1D                  | io=abc; Max-Age=86400; Path=/; SameSite=Lax
                    cookie=__Host-io cookieSecure=true cookieSameSite=none           | __Host-io=abc; Path=/; HttpOnly; Secure; SameSite=None
                    """)
    void has_the_attributes_of_the_settings(String settings, String header) {
        SocketIoConfig.Builder config = SocketIoConfig.builder();
        for (String setting : settings.split(" ", -1)) {
            config.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        assertThat(SidCookie.of(config.build()).orElseThrow().header("abc")).isEqualTo(header);
    }

    @Test
    void is_off_by_default() {
        assertThat(SidCookie.of(SocketIoConfig.builder().build())).isEmpty();
    }

    @Test
    void is_set_when_long_polling_begins_and_not_again() {
        try (EmbeddedTomcat tomcat =
                EmbeddedTomcat.builder().setting("cookie", "io").start()) {
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            HttpResponse<String> opened = client.get("EIO=4&transport=polling");
            String sid = EngineClient.sidOf(opened.body());
            assertThat(opened.headers().allValues("Set-Cookie"))
                    .containsExactly("io=" + sid + "; Path=/; HttpOnly; SameSite=Lax");
            assertThat(client.post(sid, "40").headers().allValues("Set-Cookie")).isEmpty();
            assertThat(client.poll(sid).headers().allValues("Set-Cookie")).isEmpty();
            assertThat(client.get("EIO=4&transport=pigeon").headers().allValues("Set-Cookie"))
                    .isEmpty();
        }
    }

    /** As in the reference server: a WebSocket is one connection, which no load balancer takes apart. */
    @Test
    void is_not_set_by_a_WebSocket() {
        try (EmbeddedTomcat tomcat =
                        EmbeddedTomcat.builder().setting("cookie", "io").start();
                RawConnection connection = new RawConnection(tomcat.port())) {
            connection.request(
                    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            HttpHeaders headers = connection.headers();
            assertThat(headers.firstValue(":status")).contains("101");
            assertThat(headers.firstValue("set-cookie")).isEmpty();
        }
    }

    /** The path, the query and nothing else name the session: a cookie of another does not. */
    @Test
    void of_another_session_changes_nothing() {
        try (EmbeddedTomcat tomcat =
                EmbeddedTomcat.builder().setting("cookie", "io").start()) {
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            String other = client.open();
            HttpResponse<String> opened =
                    client.send(client.request("EIO=4&transport=polling").header("Cookie", "io=" + other));
            assertThat(EngineClient.sidOf(opened.body())).isNotEqualTo(other);
        }
    }
}
