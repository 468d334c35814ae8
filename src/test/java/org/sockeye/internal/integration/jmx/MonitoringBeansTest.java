package org.sockeye.internal.integration.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.internal.core.BeanFinder;
import org.sockeye.internal.core.ManagedServer;
import org.sockeye.internal.core.MonitoredServer;

/** What happens while an MBean is made or taken away. */
class MonitoringBeansTest {

    private final EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
            .setting("jmx", "false")
            .setting("cleanupEmptyChildNamespaces", "true")
            .application(io -> io.of(Pattern.compile("^/room$")))
            .start();
    private final ManagedServer server = (ManagedServer) tomcat.server();
    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    @AfterEach
    void stop() {
        tomcat.close();
    }

    private Runnable show(MBeanServer where) throws JMException {
        return MonitoringBeans.show(new MonitoredServer("/app", server, BeanFinder.NONE), where);
    }

    private Set<String> namespaces() throws JMException {
        return beans.queryNames(new ObjectName("org.sockeye:type=Namespace,*"), null).stream()
                .map(name -> name.getKeyProperty("name"))
                .collect(Collectors.toSet());
    }

    /** The MBeans, and what happens before one is added. */
    private MBeanServer adding(Consumer<ObjectName> before) {
        return (MBeanServer) Proxy.newProxyInstance(
                MonitoringBeansTest.class.getClassLoader(),
                new Class<?>[] {MBeanServer.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("registerMBean")) {
                        before.accept((ObjectName) arguments[1]);
                    }
                    try {
                        return method.invoke(beans, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Test
    void a_namespace_that_is_made_anew_before_it_is_known_that_it_went_has_one() throws Exception {
        AtomicBoolean again = new AtomicBoolean();
        server.watch(name -> {
            if (!server.hasNamespace(name)) {
                server.of(name);
                again.set(true);
            }
        });
        show(beans);
        EngineClient.Link link = new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
        link.next();
        link.send("40/room,").next();
        assertThat(namespaces()).containsExactlyInAnyOrder("/", "/room");
        link.send("41/room,").send("40/room,").next();
        assertThat(again).isTrue();
        assertThat(namespaces()).containsExactlyInAnyOrder("/", "/room");
    }

    @Test
    void a_namespace_that_comes_while_the_server_ends_has_none() throws Exception {
        AtomicReference<Runnable> end = new AtomicReference<>();
        end.set(show(adding(name -> {
            if ("/late".equals(name.getKeyProperty("name"))) {
                Objects.requireNonNull(end.get()).run();
            }
        })));
        assertThat(namespaces()).containsExactly("/");
        server.of("/late");
        assertThat(namespaces()).isEmpty();
    }
}
