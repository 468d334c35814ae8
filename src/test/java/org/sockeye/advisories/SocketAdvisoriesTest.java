package org.sockeye.advisories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Socket;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.EngineClient.Link;

/** Advisories of Socket.IO servers and of what reads their packets. */
@Timeout(60)
class SocketAdvisoriesTest {

    private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

    /** What the application was told of comings, goings and events in a namespace of its own. */
    private static final BlockingQueue<String> TOLD = new LinkedBlockingQueue<>();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineClient client;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("maxPayload", "1000")
                .application(io -> {
                    io.onConnection(socket -> socket.on("a", event -> socket.emit("a")));
                    io.of("/told").onConnection(SocketAdvisoriesTest::tell);
                })
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    private static void tell(Socket socket) {
        TOLD.add("connection");
        socket.onDisconnect((reason, description) -> TOLD.add("disconnect " + reason));
        socket.on("error", event -> TOLD.add("event"));
        socket.on("a", event -> socket.emit("a"));
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    private static Link connect() {
        Link link = client.webSocket("EIO=4&transport=websocket");
        assertThat(link.next()).startsWith("0{");
        assertThat(link.send("40").next()).startsWith("40{");
        return link;
    }

    /** CVE-2022-2421: a number of an attachment that is a method of arrays. */
    @ParameterizedTest
    @ValueSource(strings = {"\"splice\"", "\"0\"", "1", "-1", "0.0", "1e0", "null", "[]", "{}", "true", "99999999999"})
    void a_placeholder_whose_number_is_none_ends_the_session(String num) {
        assertThat(connect()
                        .send("451-[\"a\",{\"_placeholder\":true,\"num\":" + num + "}]")
                        .closeCode())
                .isEqualTo(1000);
    }

    /** CVE-2023-32695. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"toString\":\"foo\"}",
                "{}",
                "[]",
                "null",
                "true",
                "[\"a\"]",
                "\"connect\"",
                "\"disconnecting\""
            })
    void an_event_whose_name_is_none_ends_the_session(String name) {
        assertThat(connect().send("42[" + name + ",1]").closeCode()).isEqualTo(1000);
    }

    /** CVE-2024-38355. */
    @Test
    void an_event_named_error_is_an_event_like_any_other() throws InterruptedException {
        Link link = connect().send("40/told,");
        assertThat(link.next()).startsWith("40/told,{");
        link.send("42/told,[\"error\"]").send("42/told,[\"a\"]");
        assertThat(link.next()).isEqualTo("42/told,[\"a\"]");
        assertThat(List.of(told(), told())).containsExactly("connection", "event");
        assertThat(TOLD).isEmpty();
        link.abort();
    }

    private static String told() throws InterruptedException {
        return String.valueOf(TOLD.poll(10, TimeUnit.SECONDS));
    }

    /** CVE-2026-33151. */
    @Test
    void more_than_ten_attachments_end_the_session() {
        assertThat(connect().send("4511-[\"a\"]").closeCode()).isEqualTo(1000);
        assertThat(connect().send("4599999999999999999999-[\"a\"]").closeCode()).isEqualTo(1000);
    }

    @Test
    void the_bytes_of_all_attachments_count() {
        Link link = connect()
                .send("453-[\"a\"," + PLACEHOLDER + "," + PLACEHOLDER.replace('0', '1') + ","
                        + PLACEHOLDER.replace('0', '2') + "]")
                .send(new byte[400])
                .send(new byte[400])
                .send(new byte[400]);
        assertThat(link.closeCode()).isEqualTo(1000);
    }

    /** CVE-2026-69185. */
    @ParameterizedTest
    @ValueSource(strings = {"450-[\"a\"]", "45-[\"a\"]", "45[\"a\"]", "460-1[]", "451", "451-"})
    void a_binary_packet_that_announces_no_attachment_ends_the_session(String packet) {
        assertThat(connect().send(packet).closeCode()).isEqualTo(1000);
    }

    /** CVE-2026-48804: nothing is held for a client that has not connected. */
    @Test
    void a_binary_packet_before_the_connection_ends_the_session() {
        Link link = client.webSocket("EIO=4&transport=websocket");
        link.next();
        assertThat(link.send("451-[\"a\"," + PLACEHOLDER + "]").closeCode()).isEqualTo(1000);
    }

    /** CVE-2025-61765, and every other of its kind. */
    @Test
    void nothing_is_ever_deserialized_by_Java() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(source -> assertThat(
                            Files.readString(source))
                    .doesNotContain("ObjectInputStream", "XMLDecoder", "javax.script", "jakarta.el"));
        }
    }
}
