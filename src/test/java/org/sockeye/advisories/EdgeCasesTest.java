package org.sockeye.advisories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.core.StandardContext;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** What other servers got wrong without anybody writing an advisory. */
@Timeout(60)
class EdgeCasesTest {

    private static final String BINARY_EVENT = "42:451-[\"echo\",{\"_placeholder\":true,\"num\":0}]";
    private static final String REVISION_3 = "EIO=3&transport=polling&sid=";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    /** One that lets in nobody. */
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat guarded;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("maxPayload", "300")
                .setting("allowEIO3", "true")
                .application(io -> io.onConnection(socket -> {
                    socket.on("many", event -> {
                        for (int i = 0; i < 3; i++) {
                            socket.emit("one", "x".repeat(200));
                        }
                    });
                    socket.on("echo", byte[].class, (bytes, event) -> socket.emit("echo", bytes));
                }))
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
        guarded = EmbeddedTomcat.builder().context(EdgeCasesTest::protect).start();
    }

    @AfterAll
    static void stop() {
        tomcat.close();
        guarded.close();
    }

    private static String openRevision3(String parameters) {
        return EngineClient.sidOf(
                client.get("EIO=3&transport=polling" + parameters).body());
    }

    /** Opens a session and takes what tells the client that it is connected, which comes with the first answer or with the next. */
    private static String connectRevision3(String parameters) {
        String opened = client.get("EIO=3&transport=polling" + parameters).body();
        String sid = EngineClient.sidOf(opened);
        if (!opened.endsWith("2:40")) {
            assertThat(client.get(REVISION_3 + sid).body()).isEqualTo("2:40");
        }
        return sid;
    }

    private static HttpResponse<String> post(String sid, String type, byte[] body) {
        HttpRequest.Builder post = client.request(REVISION_3 + sid).header("Content-Type", type);
        return client.send(post.POST(BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> post(String sid, String body) {
        return post(sid, "text/plain;charset=UTF-8", body.getBytes(UTF_8));
    }

    @Test
    void what_does_not_fit_into_one_poll_begins_the_next_without_a_separator() {
        String sid = client.connect();
        client.post(sid, "42[\"many\"]");
        String packet = "42[\"one\",\"" + "x".repeat(200) + "\"]";
        for (int i = 0; i < 3; i++) {
            assertThat(client.poll(sid).body()).isEqualTo(packet);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "&b64=1, text/plain",
        "&b64=true, text/plain",
        "&b64=0, octet",
        "&b64=yes, octet",
        "&b64=, octet",
        "'', octet"
    })
    void base64_is_for_those_who_asked_for_it_by_1_or_true(String parameter, String type) {
        String sid = connectRevision3(parameter);
        post(sid, BINARY_EVENT + "6:b4AQI=");
        HttpResponse<String> answer = client.get(REVISION_3 + sid);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains(type);
    }

    @Test
    void the_size_of_a_post_of_revision_3_is_counted_in_bytes() {
        assertThat(post(openRevision3(""), "99:4" + "\u20ac".repeat(98)).statusCode()) // 298 bytes
                .isEqualTo(200);
        assertThat(post(openRevision3(""), "100:4" + "\u20ac".repeat(99)).statusCode()) // 302 bytes
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                "1:",
                "0",
                "a:4",
                "1a:4",
                " 1:4",
                "+1:4",
                "-1:4",
                "1.0:4",
                "2:4",
                "1:41:4:",
                "NaN:4",
                "Infinity:4",
                "18446744073709551617:4"
            })
    void a_malformed_length_of_revision_3_is_refused_at_once(String body) {
        assertThat(post(openRevision3(""), body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00", "00ff", "00ff34", "0001", "0001ff", "0002ff34", "01ff", "0101ff03", "02", "0001fe34", "ff"
            })
    void a_malformed_binary_payload_of_revision_3_is_refused_at_once(String body) {
        byte[] bytes = HexFormat.of().parseHex(body);
        assertThat(post(openRevision3(""), "application/octet-stream", bytes).statusCode())
                .isEqualTo(400);
    }

    /** The 4 that begins the base64 of these bytes is none of the types of packets. */
    @Test
    void base64_may_begin_with_a_4() {
        String sid = client.connect();
        client.post(sid, "451-[\"echo\",{\"_placeholder\":true,\"num\":0}]\u001eb4AAA");
        assertThat(client.poll(sid).body()).endsWith("\u001eb4AAA");
        String old = connectRevision3("&b64=1");
        post(old, BINARY_EVENT + "6:b44AAA");
        assertThat(client.get(REVISION_3 + old).body()).endsWith("6:b44AAA");
    }

    /** CVE-2026-76183: a container's constraint that holds for one way to write a path, or for one transport, and not for another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/",
                "/socket.io",
                "/socket.io/x",
                "/socket.io/;x=1",
                "/socket.io;x=1/",
                "//socket.io/",
                "/./socket.io/",
                "/socket.io/../socket.io/",
                "/%73ocket.io/",
                "/socket%2eio/",
                "/.org.sockeye.websocket"
            })
    void a_protected_path_is_protected_however_it_is_written_and_on_both_transports(String path) {
        try (RawConnection polling = new RawConnection(guarded.port());
                RawConnection webSocket = new RawConnection(guarded.port())) {
            polling.request("GET " + path + "?EIO=4&transport=polling HTTP/1.1", "Host: localhost");
            assertThat(polling.head().substring(9, 12)).isIn("400", "401", "403", "404");
            webSocket.webSocket(path + "?EIO=4&transport=websocket");
            assertThat(webSocket.head().substring(9, 12)).isIn("400", "401", "403", "404");
        }
    }

    private static void protect(StandardContext context) {
        SecurityCollection paths = new SecurityCollection();
        paths.addPattern("/socket.io/*");
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(paths);
        constraint.addAuthRole("member");
        constraint.setAuthConstraint(true);
        context.addConstraint(constraint);
        context.addSecurityRole("member");
        context.setLoginConfig(new LoginConfig("BASIC", "members", null, null));
        context.getPipeline().addValve(new BasicAuthenticator());
    }
}
