package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * An application is deployed and undeployed many times in one JVM, with clients of each transport that are connected all the while. Nothing of it
 * is left: a thread, a timer, a shutdown hook or an MBean of ours would keep its class loader.
 */
@ArquillianTest
@RunAsClient
class RedeploymentIT {

    private static final String NAME = "redeployed";

    /** A deployment on a full server costs seconds. */
    private static final int ROUNDS = 5;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("base")
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL base;

    /** Says where the container is. */
    @Deployment(name = "base", testable = false)
    static WebArchive base() {
        return Wars.of("base.war");
    }

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive application() {
        return Wars.of(NAME + ".war", Redeployed.class);
    }

    @Test
    void nothing_is_left_of_many_deployments() throws Exception {
        assumeFalse(isTomcat(), "see RedeploymentOnTomcatIT");
        for (int round = 0; round < ROUNDS; round++) {
            deployer.deploy(NAME);
            List<TestClient> connected = useItByEachTransport(round);
            deployer.undeploy(NAME);
            connected.forEach(TestClient::close);
        }
        deployer.deploy(NAME);
        try (TestClient auditor = client(ClientTransport.WEBSOCKET)) {
            List<Object> left = auditor.ask("what is left", "?");
            assertThat(left.get(0)).as("deployments before").isEqualTo(ROUNDS);
            assertThat(left.get(1)).as("class loaders of theirs").isEqualTo(0);
            assertThat(left.get(2)).as("threads of theirs").hasToString("[]");
            assertThat((String) left.get(3)).as("servers").doesNotContain(" ");
        } finally {
            deployer.undeploy(NAME);
        }
    }

    private static boolean isTomcat() {
        return System.getProperty("sockeye.war.libraries") != null;
    }

    private List<TestClient> useItByEachTransport(int round) throws Exception {
        List<TestClient> clients = new ArrayList<>();
        for (ClientTransport transport : ClientTransport.values()) {
            TestClient client = client(transport);
            clients.add(client);
            assertThat(client.ask("echo", "hello " + round)).containsExactly("hello " + round);
        }
        return clients;
    }

    private TestClient client(ClientTransport transport) throws Exception {
        return new TestClient(new URL(base, "/" + NAME + "/"), transport);
    }
}
