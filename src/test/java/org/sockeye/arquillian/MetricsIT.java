package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** What a server counts, and where it is shown: by itself, by JMX, in Micrometer's registry and to MicroProfile Health. */
@ArquillianTest
@RunAsClient
class MetricsIT {

    private static final String SERVER = "org.sockeye:type=Server,application=/passing,name=sockeye";
    private static final String NAMESPACE = "org.sockeye:type=Namespace,application=/passing,server=sockeye,name=";

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private URL application;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init") // set by Arquillian before each test
    private Deployer deployer;

    @Deployment(testable = false)
    static WebArchive application() {
        return Wars.of("metrics.war", Meters.class, Traffic.class).addAsLibraries(Wars.monitoring());
    }

    /** Without heartbeats, so that each packet is one of the test's. */
    @Deployment(name = "passing", managed = false, testable = false)
    static WebArchive passing() {
        return Wars.of("passing.war", Traffic.class)
                .setWebXML(
                        Wars.webXml(
                                """
                        <context-param>
                          <param-name>sockeye.pingInterval</param-name><param-value>PT1H</param-value>
                        </context-param>
                        """));
    }

    @Test
    void the_application_sees_what_the_server_carries() throws Exception {
        try (TestClient client = new TestClient(application, ClientTransport.POLLING)) {
            assertThat(client.ask("metrics")).containsExactly(true, true, true, true);
        }
    }

    @Test
    void mbeans_show_an_application_while_it_is_deployed() throws Exception {
        URL passing =
                URI.create(application.toString().replace("metrics", "passing")).toURL();
        try (TestClient watcher = new TestClient(application, ClientTransport.WEBSOCKET)) {
            assertThat(mbeans(watcher, "passing").length()).isZero();
            deployer.deploy("passing");
            JSONObject fresh = mbeans(watcher, "passing");
            assertThat(fresh.length()).isEqualTo(2);
            assertThat(fresh.has(SERVER) && fresh.has(NAMESPACE + "/")).isTrue();
            try (TestClient alice = new TestClient(passing, ClientTransport.WEBSOCKET);
                    TestClient bob = new TestClient(passing, "/room-1", ClientTransport.POLLING)) {
                alice.ask("ask me");
                bob.ask("echo");
                requestAnUnknownTransport(passing);
                JSONObject shown = mbeans(watcher, "passing");
                requireWhatTwoClientsDid(shown.getJSONObject(SERVER));
                assertThat(shown.getJSONObject(NAMESPACE + "/").getInt("Sockets"))
                        .isOne();
                assertThat(shown.getJSONObject(NAMESPACE + "/room-1").getInt("Sockets"))
                        .isOne();
                assertThat(shown.getJSONObject(NAMESPACE + "/room-1").getString("Name"))
                        .isEqualTo("/room-1");

                alice.ask("close", "/room-1");
                shown = mbeans(watcher, "passing");
                JSONObject disconnects = shown.getJSONObject(SERVER).getJSONObject("Disconnects");
                assertThat(disconnects.getInt("server namespace disconnect")).isOne();
                assertThat(shown.getJSONObject(SERVER).getInt("Sockets")).isOne();
                assertThat(shown.getJSONObject(NAMESPACE + "/room-1").getInt("Sockets"))
                        .isZero();
                deployer.undeploy("passing");
            }
            assertThat(mbeans(watcher, "passing").length()).isZero();
            assertThat(mbeans(watcher, "metrics").length()).isPositive();
        }
    }

    /** Exactly: a server that was just deployed, and nobody else is there. */
    private static void requireWhatTwoClientsDid(JSONObject server) throws JSONException {
        assertThat(server.getInt("Sessions")).isEqualTo(2);
        assertThat(server.getInt("PollingSessions")).isOne();
        assertThat(server.getInt("WebSocketSessions")).isOne();
        assertThat(server.getInt("Sockets")).isEqualTo(2);
        assertThat(server.getInt("PacketsIn")).as("two CONNECTs, two events").isEqualTo(4);
        assertThat(server.getInt("BytesIn"))
                .isEqualTo(Stream.of("40", "420[\"ask me\"]", "40/room-1,", "42/room-1,0[\"echo\"]")
                        .mapToInt(String::length)
                        .sum());
        assertThat(server.getInt("PacketsOut"))
                .as("two handshakes, two CONNECTs, two answers, a question")
                .isEqualTo(7);
        assertThat(server.getInt("BytesOut")).isPositive();
        assertThat(server.getInt("AcksPending")).isOne();
        assertThat(server.getJSONObject("Refusals").getInt("unknown transport")).isOne();
        assertThat(server.getInt("NetworkFailures")).isZero();
        assertThat(server.getString("Dispatch")).isEqualTo("executor");
    }

    private static JSONObject mbeans(TestClient watcher, String application) throws Exception {
        return (JSONObject) watcher.ask("mbeans", "org.sockeye:application=/" + application + ",*")
                .get(0);
    }

    private static void requestAnUnknownTransport(URL application) throws Exception {
        URI refused = URI.create(application + "socket.io/?EIO=4&transport=flash");
        HttpRequest request = HttpRequest.newBuilder(refused).build();
        int status = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        assertThat(status).isEqualTo(400);
    }

    @Test
    void the_registry_that_is_a_bean_of_the_application_has_the_meters_of_its_server() throws Exception {
        try (TestClient alice = new TestClient(application, ClientTransport.WEBSOCKET);
                TestClient bob = new TestClient(application, "/room-2", ClientTransport.POLLING);
                TestClient carol = new TestClient(application, "/room-2", ClientTransport.WEBSOCKET)) {
            alice.ask("ask me");
            bob.ask("echo");
            carol.ask("echo");
            requestAnUnknownTransport(application);
            JSONObject meters = (JSONObject) alice.ask("meters").get(0);
            assertThat(meter(meters, "namespace.sockets{application=/metrics,namespace=/room-2,server=sockeye}"))
                    .isEqualTo(2);
            assertThat(meter(meters, "acks.pending{application=/metrics,server=sockeye}"))
                    .isEqualTo(1);
            assertThat(meter(meters, "refusals{application=/metrics,cause=unknown transport,server=sockeye}"))
                    .isEqualTo(1);
            // Clients of other tests may just be going, or have been there before.
            assertThat(meter(meters, "sockets{application=/metrics,server=sockeye}"))
                    .isGreaterThanOrEqualTo(3);
            assertThat(meter(meters, "sessions{application=/metrics,server=sockeye,transport=polling}"))
                    .isGreaterThanOrEqualTo(1);
            assertThat(meter(meters, "sessions{application=/metrics,server=sockeye,transport=websocket}"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(meter(meters, "packets{application=/metrics,direction=in,server=sockeye}"))
                    .isGreaterThanOrEqualTo(7);

            alice.ask("close", "/room-2");
            meters = (JSONObject) alice.ask("meters").get(0);
            assertThat(meter(meters, "namespace.sockets{application=/metrics,namespace=/room-2,server=sockeye}"))
                    .isZero();
            assertThat(meter(
                            meters,
                            "disconnects{application=/metrics,reason=server namespace disconnect,server=sockeye}"))
                    .isEqualTo(2);
        }
    }

    private static double meter(JSONObject meters, String nameAndTags) throws JSONException {
        return meters.getDouble("sockeye." + nameAndTags);
    }

    @Test
    void the_readiness_check_is_up_and_names_the_server() throws Exception {
        try (TestClient client = new TestClient(application, ClientTransport.POLLING)) {
            JSONArray checks = (JSONArray) client.ask("readiness").get(0);
            assertThat(checks.length()).isOne();
            JSONObject check = checks.getJSONObject(0);
            assertThat(check.getString("name")).isEqualTo("sockeye");
            assertThat(check.getString("status")).isEqualTo("UP");
            assertThat(check.getJSONObject("data").getString("sockeye")).isEqualTo("serving");
        }
    }
}
