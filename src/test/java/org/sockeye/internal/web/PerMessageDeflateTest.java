package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** The compression of WebSocket messages, by Tomcat's own client. */
class PerMessageDeflateTest {

    private static EmbeddedTomcat serve(String deflate) {
        return EmbeddedTomcat.builder()
                .setting("perMessageDeflate", deflate)
                .setting("maxPayload", "100000")
                .application(io -> io.onConnection(
                        socket -> socket.on("echo", String.class, (text, event) -> socket.emit("echo", text))))
                .start();
    }

    private static Client connect(EmbeddedTomcat tomcat) throws DeploymentException, IOException {
        Client client = new Client();
        ClientEndpointConfig offer = ClientEndpointConfig.Builder.create()
                .extensions(List.of(new Deflate()))
                .build();
        client.session = ContainerProvider.getWebSocketContainer()
                .connectToServer(client, offer, tomcat.ws("/socket.io/").resolve("?EIO=4&transport=websocket"));
        return client;
    }

    @Test
    void is_off_unless_it_is_asked_for() throws Exception {
        try (EmbeddedTomcat tomcat = serve("false")) {
            Client client = connect(tomcat);
            assertThat(client.opened().getNegotiatedExtensions()).isEmpty();
            assertThat(client.next()).startsWith("0{");
        }
    }

    @Test
    void is_agreed_on_and_used_both_ways() throws Exception {
        try (CapturedLog log = new CapturedLog("org.sockeye");
                EmbeddedTomcat tomcat = serve("true")) {
            Client client = connect(tomcat);
            assertThat(client.opened().getNegotiatedExtensions())
                    .extracting(Extension::getName)
                    .containsExactly("permessage-deflate");
            assertThat(client.next()).startsWith("0{");
            client.opened().getBasicRemote().sendText("40");
            assertThat(client.next()).startsWith("40{");
            String event = "42[\"echo\",\"" + "Grüße €😀".repeat(2000) + "\"]";
            client.opened().getBasicRemote().sendText(event);
            assertThat(client.next()).isEqualTo(event);
            assertThat(log.text(Level.WARNING)).doesNotContain("perMessageDeflate");
        }
    }

    @Test
    void is_not_forced_on_a_client_that_does_not_offer_it() {
        try (EmbeddedTomcat tomcat = serve("true")) {
            EngineClient.Link link =
                    new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
            assertThat(link.next()).startsWith("0{");
        }
    }

    @Test
    void lets_no_message_through_that_is_too_large_once_unpacked() throws Exception {
        try (EmbeddedTomcat tomcat = serve("true")) {
            Client client = connect(tomcat);
            assertThat(client.next()).startsWith("0{");
            client.opened().getBasicRemote().sendText("4" + "a".repeat(100_000));
            assertThat(client.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
        }
    }

    /** What a client says of itself: nothing but the name. */
    private static final class Deflate implements Extension {
        @Override
        public String getName() {
            return "permessage-deflate";
        }

        @Override
        public List<Parameter> getParameters() {
            return List.of();
        }
    }

    private static final class Client extends Endpoint {
        final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        /** Set by the thread that connects. */
        @Nullable
        Session session;

        Session opened() {
            Session opened = session;
            if (opened == null) {
                throw new AssertionError("not open");
            }
            return opened;
        }

        String next() throws InterruptedException {
            String message = received.poll(10, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came in time");
            }
            return message;
        }

        @Override
        public void onOpen(Session with, EndpointConfig config) {
            with.setMaxTextMessageBufferSize(1_000_000);
            with.addMessageHandler(String.class, new MessageHandler.Whole<String>() {
                @Override
                public void onMessage(String message) {
                    received.add(message);
                }
            });
        }

        @Override
        public void onClose(Session with, CloseReason reason) {
            closed.complete(reason.getCloseCode().getCode());
        }
    }
}
