package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.Emitter;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** Whether each setting gets from web.xml to where it is heeded; what it does there is said by the tests of the engine and the core. */
class SettingsInForceTest {

    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();

    private EmbeddedTomcat start(String setting, String value) {
        return EmbeddedTomcat.builder()
                .setting(setting, value)
                .application(this::listen)
                .start();
    }

    private void listen(SocketIoServer io) {
        io.onConnection(socket -> {
            socket.onDisconnect((reason, description) -> reasons.add(reason.text()));
            socket.on("send", Integer.class, Integer.class, (count, size, event) -> send(socket, count, size));
            socket.on("send volatile", event -> {
                Emitter careless = socket.asVolatile();
                careless.emit("position", 1);
                socket.emit("sure");
                careless.emit("position", 2);
            });
            socket.on("attach", event -> socket.emit("attached"));
        });
    }

    private static void send(Socket socket, int count, int size) {
        for (int i = 0; i < count; i++) {
            socket.emit("x", "x".repeat(size));
        }
    }

    private static EngineClient client(EmbeddedTomcat tomcat) {
        return new EngineClient(tomcat.http("/socket.io/"));
    }

    private void assertGone(String reason) throws InterruptedException {
        assertThat(Objects.requireNonNull(reasons.poll(20, TimeUnit.SECONDS), "the application was not told"))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"maxOutboxPackets, 3, 4, 1", "maxOutboxBytes, 400, 1, 401"})
    void no_more_waits_for_a_client_than_may(String setting, String most, int count, int size)
            throws InterruptedException {
        try (EmbeddedTomcat tomcat = start(setting, most)) {
            EngineClient client = client(tomcat);
            String sid = client.connect();
            client.post(sid, "42[\"send\",3,10]");
            assertThat(client.poll(sid).body()).startsWith("42[\"x\"");
            client.post(sid, "42[\"send\"," + count + "," + size + "]");
            assertGone("outbox full");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "close         | 42[\"sure\"]",
                "drop-volatile | 42[\"position\",1]\u001e42[\"sure\"]\u001e42[\"position\",2]"
            })
    void what_is_volatile_waits_or_not_by_the_policy(String policy, String heard) throws InterruptedException {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("outboxPolicy", policy)
                .setting("dispatch", "container")
                .application(this::listen)
                .start()) {
            EngineClient client = client(tomcat);
            String sid = client.connect();
            client.post(sid, "42[\"send volatile\"]");
            assertThat(client.poll(sid).body()).isEqualTo(heard);
        }
    }

    @Test
    void a_request_has_no_more_packets_than_may_be() throws InterruptedException {
        try (EmbeddedTomcat tomcat = start("maxPacketsPerPayload", "2")) {
            EngineClient client = client(tomcat);
            String sid = client.connect();
            client.post(sid, "42[\"attach\"]");
            assertThat(client.poll(sid).body()).isEqualTo("42[\"attached\"]"); // so its listeners are there
            assertThat(client.post(sid, "42[\"a\"]\u001e42[\"a\"]").statusCode())
                    .isEqualTo(200);
            assertThat(client.post(sid, "42[\"a\"]\u001e42[\"a\"]\u001e42[\"a\"]")
                            .statusCode())
                    .isEqualTo(400);
            assertGone("parse error");
        }
    }

    @Test
    void an_event_has_no_more_attachments_than_may_be() throws InterruptedException {
        String placeholder = ",{\"_placeholder\":true,\"num\":";
        try (EmbeddedTomcat tomcat = start("maxAttachments", "1")) {
            EngineClient client = client(tomcat);
            String sid = client.connect();
            client.post(sid, "451-[\"attach\"" + placeholder + "0}]\u001ebAQI=");
            assertThat(client.poll(sid).body()).isEqualTo("42[\"attached\"]");
            client.post(sid, "452-[\"attach\"" + placeholder + "0}" + placeholder + "1}]\u001ebAQI=\u001ebAQI=");
            client.poll(sid);
            assertGone("forced close");
        }
    }

    @Test
    void the_first_of_too_many_that_are_in_no_namespace_gives_way() {
        try (EmbeddedTomcat tomcat = start("maxUnconnectedSessions", "1")) {
            EngineClient client = client(tomcat);
            String first = client.open();
            String second = client.open();
            assertThat(client.poll(first).statusCode()).isEqualTo(400);
            assertThat(client.post(second, "40").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_session_begins_with_the_initial_packet() {
        try (EmbeddedTomcat tomcat = start("initialPacket", "hello")) {
            assertThat(client(tomcat).get("EIO=4&transport=polling").body()).endsWith("\u001e4hello");
        }
    }

    @Test
    void a_client_is_told_of_no_upgrade_where_none_is_wanted() {
        try (EmbeddedTomcat tomcat = start("allowUpgrades", "false")) {
            HttpResponse<String> opened = client(tomcat).get("EIO=4&transport=polling");
            assertThat(opened.body()).contains("\"upgrades\":[]");
        }
    }
}
