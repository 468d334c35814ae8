package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;
import org.sockeye.harness.UnkindManner;
import org.sockeye.harness.UnkindProxy;

/** An upgrade of which the client hears nothing, because a proxy keeps to itself what the server sends. */
class SwallowedUpgradeTest {

    /** Time enough for an upgrade that nobody swallows, on a busy machine. */
    private final EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
            .setting("upgradeTimeout", "1500")
            .application(io -> io.onConnection(
                    socket -> socket.on("echo", String.class, (text, event) -> socket.emit("echo", text))))
            .start();

    private final EngineClient client = new EngineClient(tomcat.http("/socket.io/"));

    @AfterEach
    void stop() {
        tomcat.close();
    }

    @Test
    void leaves_the_session_to_long_polling_when_the_handshake_is_swallowed() {
        UnkindManner manner = UnkindManner.swallowingAnswers();
        try (UnkindProxy proxy = new UnkindProxy(tomcat.port(), manner);
                RawConnection webSocket = new RawConnection(proxy.port())) {
            String sid = client.connect();
            ask(webSocket, sid);
            assertPollingFor(sid, manner);
        }
    }

    @Test
    void leaves_the_session_to_long_polling_when_the_answer_to_the_probe_is_swallowed() {
        UnkindManner manner = UnkindManner.swallowingFrames();
        try (UnkindProxy proxy = new UnkindProxy(tomcat.port(), manner);
                RawConnection webSocket = new RawConnection(proxy.port())) {
            String sid = client.connect();
            ask(webSocket, sid);
            assertThat(webSocket.head()).startsWith("HTTP/1.1 101");
            webSocket.sendFrame("2probe");
            assertPollingFor(sid, manner);
        }
    }

    @Test
    void may_be_followed_by_one_that_succeeds() {
        UnkindManner manner = UnkindManner.swallowingAnswers();
        try (UnkindProxy proxy = new UnkindProxy(tomcat.port(), manner);
                RawConnection webSocket = new RawConnection(proxy.port())) {
            String sid = client.connect();
            ask(webSocket, sid);
            EngineClient.get(manner.firstOver());
            EngineClient.Link second = client.webSocket("EIO=4&transport=websocket&sid=" + sid);
            assertThat(second.send("2probe").next()).isEqualTo("3probe");
            assertThat(second.send("5").send("42[\"echo\",\"a\"]").next()).isEqualTo("42[\"echo\",\"a\"]");
        }
    }

    private static void ask(RawConnection webSocket, String sid) {
        webSocket.request(
                "GET /socket.io/?EIO=4&transport=websocket&sid=" + sid + " HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
    }

    /** While the attempt goes on and when the server has ended it. */
    private void assertPollingFor(String sid, UnkindManner manner) {
        assertEcho(sid, "meanwhile");
        EngineClient.get(manner.firstOver());
        assertEcho(sid, "afterwards");
    }

    private void assertEcho(String sid, String text) {
        String packet = "42[\"echo\",\"" + text + "\"]";
        assertThat(client.post(sid, packet).statusCode()).isEqualTo(200);
        String answer = client.poll(sid).body();
        while (answer.equals("6")) {
            answer = client.poll(sid).body();
        }
        assertThat(answer).isEqualTo(packet);
    }
}
