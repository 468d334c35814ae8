package org.sockeye.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EngineClient;

/** That the server is there which the official suites are pointed at; what they check is checked by them. */
class ConformanceServerTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Tomcat tomcat;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new HashMap<>(ConformanceServer.settings("true"));
        settings.put("pingTimeout", "60000"); // no test here is to hurry
        settings.put("pingInterval", "60000");
        settings.put("connectTimeout", "60000");
        tomcat = ConformanceServer.start(0, settings, "127.0.0.1");
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    private static EngineClient client(String path) {
        int port = tomcat.getService().findConnectors()[0].getLocalPort();
        return new EngineClient(URI.create("http://127.0.0.1:" + port + path));
    }

    @Test
    void its_settings_are_those_that_the_suites_expect() {
        assertThat(ConformanceServer.settings("true"))
                .containsEntry("pingInterval", "300")
                .containsEntry("pingTimeout", "200")
                .containsEntry("maxPayload", "1000000")
                .containsEntry("allowEIO3", "true");
    }

    @Test
    void engine_io_sends_every_message_back() {
        EngineClient client = client("/engine.io/");
        String sid = client.open();
        client.post(sid, "4hello\u001ebAQI=");
        assertThat(client.poll(sid).body()).isEqualTo("4hello\u001ebAQI=");
        EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
        assertThat(link.next()).contains("\"pingInterval\":60000,\"pingTimeout\":60000,\"maxPayload\":1000000");
        assertThat(link.send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void engine_io_sends_every_message_back_in_the_third_revision_too() {
        EngineClient.Link link = client("/engine.io/").webSocket("EIO=3&transport=websocket");
        assertThat(link.next()).contains("\"pingInterval\":60000,\"pingTimeout\":60000,\"maxPayload\":1000000");
        assertThat(link.send("2").next()).isEqualTo("3");
        assertThat(link.send("4hello").next()).isEqualTo("4hello");
    }

    @Test
    void socket_io_is_the_application_of_the_protocols_README() {
        EngineClient.Link link = client("/socket.io/").webSocket("EIO=4&transport=websocket");
        assertThat(link.next()).contains("\"pingInterval\":60000");
        assertThat(link.send("40{\"token\":\"123\"}").next()).startsWith("40{\"sid\":");
        assertThat(link.next()).isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
        assertThat(link.send("42[\"message\",1,\"2\"]").next()).isEqualTo("42[\"message-back\",1,\"2\"]");
        assertThat(link.send("42456[\"message-with-ack\",1,\"2\"]").next()).isEqualTo("43456[1,\"2\"]");
        assertThat(link.send("40/custom,").next()).startsWith("40/custom,{\"sid\":");
        assertThat(link.next()).isEqualTo("42/custom,[\"auth\",{}]");
    }
}
