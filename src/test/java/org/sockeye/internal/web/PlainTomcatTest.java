package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.Collected;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** The library in WEB-INF of a container that has no CDI, no JSON-P and no JSON-B. */
class PlainTomcatTest {

    private static EmbeddedTomcat start() {
        return EmbeddedTomcat.builder()
                .isolated(PlainApplication.class, PlainApplication.Message.class)
                .start();
    }

    @Test
    void it_deploys_without_a_warning() {
        try (CapturedLog log = new CapturedLog("");
                EmbeddedTomcat tomcat = start()) {
            new EngineClient(tomcat.http("/socket.io/")).connect();
            assertThat(log.text(Level.WARNING)).isEmpty();
        }
    }

    @Test
    void what_JSON_has_is_understood_and_a_record_is_refused_when_it_is_registered() {
        try (EmbeddedTomcat tomcat = start()) {
            EngineClient.Link link =
                    new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
            link.next();
            assertThat(link.send("40").next()).startsWith("40{");
            assertThat(link.next()).startsWith("42[\"refused\",").contains("org.eclipse:yasson");
            link.send("451-[\"all\",\"a\",1,[true,null],{\"b\":2},{\"_placeholder\":true,\"num\":0}]")
                    .send(new byte[] {7});
            assertThat(link.next())
                    .isEqualTo("451-[\"all\",\"a\",1,[true,null],{\"b\":2},{\"_placeholder\":true,\"num\":0}]");
            assertThat(link.next()).isEqualTo("0x07");
        }
    }

    @Test
    void nothing_keeps_the_application_alive_after_it_was_undeployed() {
        assertThat(Collected.soon(PlainTomcatTest::useAndUndeploy)).isTrue();
    }

    private static ClassLoader useAndUndeploy() {
        try (EmbeddedTomcat tomcat = start()) {
            EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
            client.connect();
            client.webSocket("EIO=4&transport=websocket").next();
            ClassLoader application = tomcat.context().getLoader().getClassLoader();
            tomcat.undeploy();
            return application;
        }
    }
}
