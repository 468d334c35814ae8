package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.HandshakeRequest;
import org.sockeye.features.Covers;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** Where a server is found. */
class PathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''        | /socket.io/*     | /socket.io/
                    ''        | /socket.io/*     | /socket.io
                    ''        | /realtime/*      | /realtime/
                    ''        | /realtime/*      | /realtime
                    ''        | /a/b.c/*         | /a/b.c/
                    /app      | /socket.io/*     | /socket.io/
                    /app      | /socket.io/*     | /socket.io
                    /app/deep | /realtime/*      | /realtime/
                    /app/deep | /realtime/*      | /realtime
                    """)
    @Covers("Server.path")
    void it_is_at_its_mapping_with_and_without_the_slash(String context, String mapping, String path) {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .contextPath(context)
                .mapping(mapping)
                .application(io -> io.onConnection(socket -> socket.emit("hello")))
                .start()) {
            EngineClient client = new EngineClient(tomcat.http(path));
            String sid = client.connect();
            EngineClient.Link upgraded = client.webSocket("EIO=4&transport=websocket&sid=" + sid);
            assertThat(upgraded.send("2probe").next()).isEqualTo("3probe");
            EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
            assertThat(link.next()).startsWith("0{");
            link.send("40");
            assertThat(link.next()).startsWith("40{");
            assertThat(link.next()).isEqualTo("42[\"hello\"]");
            assertThat(tomcat.server().config().path()).isEqualTo(mapping.substring(0, mapping.length() - 2));
        }
    }

    @Test
    void it_is_not_beside_its_mapping() {
        try (EmbeddedTomcat tomcat =
                EmbeddedTomcat.builder().mapping("/realtime/*").start()) {
            for (String path : new String[] {"/socket.io/", "/realtime2/", "/"}) {
                assertThat(new EngineClient(tomcat.http(path))
                                .get("EIO=4&transport=polling")
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    /** Whoever trusts a proxy has the container do it, for all of the application. */
    @Test
    void what_a_client_claims_to_be_forwarded_is_not_believed() throws InterruptedException {
        BlockingQueue<HandshakeRequest> requests = new LinkedBlockingQueue<>();
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> io.engine().allowRequest(requests::add))) {
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            client.send(client.request("EIO=4&transport=polling")
                    .header("X-Forwarded-For", "203.0.113.7")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Prefix", "/evil")
                    .header("Forwarded", "for=203.0.113.7;proto=https"));
            HandshakeRequest request = requests.take();
            assertThat(request.remoteAddress()).isEqualTo("127.0.0.1");
            assertThat(request.isSecure()).isFalse();
            assertThat(request.url()).startsWith("/socket.io/?");
        }
    }
}
