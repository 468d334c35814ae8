package org.sockeye.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

class SockeyeMetricsTest {

    private final EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> io.onConnection(socket -> {}));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SockeyeMetrics metrics = new SockeyeMetrics(tomcat.server(), Tags.of("place", "here"));

    @AfterEach
    void stop() {
        tomcat.close();
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).functionCounter().count();
    }

    @Test
    void every_number_of_the_server_has_a_meter() {
        metrics.bindTo(registry);
        EngineClient.Link link = new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
        link.next();
        link.send("40").next();
        new EngineClient(tomcat.http("/socket.io/")).get("EIO=4&transport=flash");
        assertThat(gauge("sockeye.sessions", "transport", "websocket")).isEqualTo(1);
        assertThat(gauge("sockeye.sessions", "transport", "polling")).isZero();
        assertThat(gauge("sockeye.sockets")).isEqualTo(1);
        assertThat(gauge("sockeye.namespace.sockets", "namespace", "/")).isEqualTo(1);
        assertThat(gauge("sockeye.outbox.bytes")).isZero();
        assertThat(gauge("sockeye.acks.pending")).isZero();
        assertThat(count("sockeye.packets", "direction", "in")).isEqualTo(1);
        assertThat(count("sockeye.packets", "direction", "out")).isEqualTo(2);
        assertThat(count("sockeye.bytes", "direction", "in")).isEqualTo(2);
        assertThat(count("sockeye.bytes", "direction", "out"))
                .isEqualTo((double) tomcat.server().metrics().bytesOut());
        assertThat(count("sockeye.disconnects", "reason", "transport close")).isZero();
        assertThat(count("sockeye.network.failures")).isZero();
        assertThat(count("sockeye.refusals", "cause", "unknown transport")).isEqualTo(1);
    }

    @Test
    void each_meter_says_of_which_server_it_is_beside_the_tags_that_were_given() {
        metrics.bindTo(registry);
        assertThat(registry.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .contains(Tag.of("server", "sockeye"), Tag.of("place", "here")));
    }

    @Test
    void a_namespace_that_comes_later_has_a_meter_but_only_a_hundred_have() {
        metrics.bindTo(registry);
        for (int i = 0; i < 200; i++) {
            tomcat.server().of("/n" + i);
        }
        assertThat(registry.getMeters().stream()
                        .map(Meter::getId)
                        .filter(id -> id.getName().equals("sockeye.namespace.sockets"))
                        .map(id -> id.getTag("namespace"))
                        .collect(Collectors.toSet()))
                .hasSize(100)
                .contains("/", "/n0", "/n98");
    }

    @Test
    void closed_it_leaves_no_meter_and_binds_none() {
        metrics.bindTo(registry);
        metrics.close();
        tomcat.server().of("/later");
        metrics.bindTo(registry);
        assertThat(registry.getMeters()).isEmpty();
    }
}
