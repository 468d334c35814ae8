package org.sockeye.internal.integration.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Eventually;

class MBeansTest {

    private static final String SERVER = "org.sockeye:type=Server,application=/mbeans,name=sockeye";
    private static final String NAMESPACE = "org.sockeye:type=Namespace,application=/mbeans,server=sockeye,name=";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    private static EmbeddedTomcat.Builder application() {
        return EmbeddedTomcat.builder().contextPath("/mbeans");
    }

    private Set<String> names() throws Exception {
        return beans.queryNames(new ObjectName("org.sockeye:application=/mbeans,*"), null).stream()
                .map(ObjectName::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Object attribute(String bean, String name) throws Exception {
        return beans.getAttribute(new ObjectName(bean), name);
    }

    private Object of(String attribute, String key) throws Exception {
        CompositeData row = ((TabularData) attribute(SERVER, attribute)).get(new Object[] {key});
        return row.get("value");
    }

    private static EngineClient.Link connect(EmbeddedTomcat tomcat, String connect) {
        EngineClient.Link link = new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
        link.next();
        link.send(connect).next();
        return link;
    }

    @Test
    void a_server_and_its_namespaces_are_there_while_it_runs_and_gone_when_it_stops() throws Exception {
        try (EmbeddedTomcat tomcat =
                application().application(io -> io.of("/chat")).start()) {
            assertThat(names()).containsExactlyInAnyOrder(SERVER, NAMESPACE + "/", NAMESPACE + "/chat");
            tomcat.undeploy();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void its_numbers_are_those_of_the_metrics() throws Exception {
        try (EmbeddedTomcat tomcat = application().start()) {
            connect(tomcat, "40").send("41");
            connect(tomcat, "40");
            new EngineClient(tomcat.http("/socket.io/")).open();
            new EngineClient(tomcat.http("/socket.io/")).get("EIO=4&transport=flash");
            Eventually.is(() -> tomcat.server().metrics().disconnects() == 1);
            assertThat(attribute(SERVER, "Sessions")).isEqualTo(3);
            assertThat(attribute(SERVER, "PollingSessions")).isEqualTo(1);
            assertThat(attribute(SERVER, "WebSocketSessions")).isEqualTo(2);
            assertThat(attribute(SERVER, "Sockets")).isEqualTo(1);
            assertThat(attribute(NAMESPACE + "/", "Sockets")).isEqualTo(1);
            assertThat(attribute(SERVER, "PacketsIn")).isEqualTo(3L);
            assertThat(attribute(SERVER, "PacketsOut"))
                    .isEqualTo(tomcat.server().metrics().packetsOut());
            assertThat(attribute(SERVER, "BytesIn")).isEqualTo(6L);
            assertThat(attribute(SERVER, "BytesOut"))
                    .isEqualTo(tomcat.server().metrics().bytesOut());
            for (String zero : new String[] {"OutboxBytes", "AcksPending", "NetworkFailures"}) {
                assertThat(attribute(SERVER, zero)).as(zero).isEqualTo(0L);
            }
            assertThat(of("Disconnects", "client namespace disconnect")).isEqualTo(1L);
            assertThat(of("Refusals", "unknown transport")).isEqualTo(1L);
            assertThat(attribute(SERVER, "Dispatch")).isEqualTo("container");
        }
    }

    @Test
    void namespaces_of_clients_come_and_go_with_quoted_names() throws Exception {
        try (EmbeddedTomcat tomcat = application()
                .setting("cleanupEmptyChildNamespaces", "true")
                .application(io -> io.of(Pattern.compile("^/room")))
                .start()) {
            String room = NAMESPACE.replace("sockeye,", "chat,") + "\"/room=1:\\*\"";
            EngineClient.Link link = connect(tomcat, "40/room=1:*,");
            assertThat(names()).contains(room);
            assertThat(attribute(room, "Name")).isEqualTo("/room=1:*");
            link.send("41/room=1:*,");
            ObjectName gone = new ObjectName(room);
            Eventually.is(() -> !beans.isRegistered(gone));
            assertThat(tomcat.server().metrics().socketsByNamespace()).doesNotContainKey("/room=1:*");
        }
    }

    @Test
    void there_are_at_most_so_many_namespaces() throws Exception {
        try (EmbeddedTomcat tomcat = application().start()) {
            for (int i = 0; i < MonitoringBeans.MOST_NAMESPACES + 10; i++) {
                tomcat.server().of("/n" + i);
            }
            assertThat(names()).hasSize(1 + MonitoringBeans.MOST_NAMESPACES);
        }
    }

    @Test
    void a_second_application_of_the_same_path_is_told_apart() throws Exception {
        try (EmbeddedTomcat first = application().start();
                EmbeddedTomcat second = application().start()) {
            assertThat(names()).contains(SERVER, SERVER + ",instance=2", NAMESPACE + "/");
            first.undeploy();
            assertThat(names()).doesNotContain(SERVER).contains(SERVER + ",instance=2");
            second.undeploy();
            assertThat(names()).isEmpty();
        }
    }

    @Test
    void there_are_none_if_the_setting_says_so() throws Exception {
        try (CapturedLog log = new CapturedLog("org.sockeye");
                EmbeddedTomcat tomcat = application().setting("jmx", "false").start()) {
            assertThat(tomcat.server().config().jmx()).isFalse();
            assertThat(names()).isEmpty();
            assertThat(log.text(Level.WARNING)).doesNotContain("MBean");
        }
    }
}
