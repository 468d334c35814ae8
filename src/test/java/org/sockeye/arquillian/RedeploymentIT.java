package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An application comes and goes in a container that runs on: its clients are told, and those of others do not notice. */
@ArquillianTest
@RunAsClient
class RedeploymentIT {

    private static final int ROUNDS = 3;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private Deployer deployer;

    @Deployment(name = "neighbour", testable = false)
    static WebArchive neighbour() {
        return Wars.of("neighbour.war", Redeployed.class);
    }

    @Deployment(name = "redeployed", managed = false, testable = false)
    static WebArchive redeployed() {
        return Wars.of("redeployed.war", Redeployed.class);
    }

    @Test
    void an_application_is_redeployed_under_its_clients(
            @ArquillianResource @OperateOnDeployment("neighbour") URL neighbour) throws Exception {
        URL address = URI.create(neighbour.toString().replace("neighbour", "redeployed"))
                .toURL();
        ContainerLog log = new ContainerLog();
        try (TestClient bystander = new TestClient(neighbour, ClientTransport.WEBSOCKET)) {
            for (int round = 0; round < ROUNDS; round++) {
                deployer.deploy("redeployed");
                TestClient polling = new TestClient(address, ClientTransport.POLLING);
                List<TestClient> clients = List.of(
                        polling,
                        new TestClient(address, ClientTransport.WEBSOCKET),
                        new TestClient(address, ClientTransport.UPGRADED));
                for (TestClient client : clients) {
                    assertThat(client.ask("echo", "round " + round)).containsExactly("round " + round);
                }
                CompletableFuture<Void> closed = webSocket(address);
                deployer.undeploy("redeployed");
                closed.get(30, TimeUnit.SECONDS);
                assertThat(polling.awaitDisconnection()).isEqualTo("transport close");
                clients.forEach(TestClient::close);
                assertThat(bystander.ask("echo", "still here")).containsExactly("still here");
            }
        }
        assertThat(log.linesWith("Handlers run on")).as("how handlers are run").hasSize(ROUNDS);
    }

    /** A client that notices when a server closes its WebSocket, as browsers do, and as the official Java client does not; completes then. */
    private static CompletableFuture<Void> webSocket(URL address) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        URI uri = URI.create(address.toString().replace("http:", "ws:") + "socket.io/?EIO=4&transport=websocket");
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket self, int code, String reason) {
                        closed.complete(null);
                        return null;
                    }

                    @Override
                    public void onError(WebSocket self, Throwable broken) {
                        closed.complete(null);
                    }
                })
                .join();
        return closed;
    }
}
