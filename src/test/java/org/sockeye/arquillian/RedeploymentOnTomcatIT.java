package org.sockeye.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardThreadExecutor;
import org.apache.catalina.core.ThreadLocalLeakPreventionListener;
import org.apache.catalina.startup.Tomcat;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's WAR, with Weld, is deployed and undeployed fifty times in one JVM, with clients of each transport that are connected all the while. Nothing
 * of it is left: a thread, a timer, a shutdown hook or a thread's local of ours would keep its class loader.
 *
 * <p>Weld leaves locals of its own in threads that serve asynchronous requests. A Tomcat renews its threads for that, by a listener that its server.xml has
 * and an embedded one must be given.
 */
@Tag("tomcat")
class RedeploymentOnTomcatIT {

    private static final int ROUNDS = Integer.getInteger("redeployments", 50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/redeployed";

    private final Tomcat tomcat = new Tomcat();
    private final List<WeakReference<ClassLoader>> classLoaders = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private File application;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        application = Wars.of("redeployed.war", Redeployed.class)
                .as(ExplodedExporter.class)
                .exportExploded(folder.toFile());
        tomcat.setBaseDir(folder.toString());
        tomcat.setAddDefaultWebXmlToWebapp(false);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.getProtocolHandler().setExecutor(renewedThreads());
        tomcat.setConnector(connector);
        tomcat.getServer().addLifecycleListener(new ThreadLocalLeakPreventionListener());
        tomcat.start();
    }

    /** All at once when an application stops; a Tomcat renews one each second, unless {@code threadRenewalDelay} says otherwise. */
    private Executor renewedThreads() {
        StandardThreadExecutor threads = new StandardThreadExecutor();
        threads.setName("renewed");
        threads.setMinSpareThreads(0);
        threads.setMaxIdleTime(200);
        threads.setThreadRenewalDelay(0);
        tomcat.getService().addExecutor(threads);
        return threads;
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void nothing_is_left_of_fifty_deployments() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            deployUseAndUndeploy(round);
        }
        assertThat(reachable()).as("class loaders").isZero();
        assertThat(ourThreads()).as("threads").isEmpty();
        assertThat(ourMBeans()).as("MBeans").isEmpty();
    }

    private void deployUseAndUndeploy(int round) throws Exception {
        StandardContext context = (StandardContext) tomcat.addWebapp(PATH, application.getPath());
        assertThat(context.getState()).as("deployment " + round).isEqualTo(LifecycleState.STARTED);
        classLoaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
        List<TestClient> connected = new ArrayList<>();
        for (ClientTransport transport : ClientTransport.values()) {
            TestClient client = new TestClient(address(), transport);
            connected.add(client);
            assertThat(client.ask("echo", "hello " + round)).containsExactly("hello " + round);
        }
        assertThat(ourMBeans()).as("MBeans of a server and a namespace").hasSize(2);
        Host host = tomcat.getHost();
        host.removeChild(context);
        connected.forEach(TestClient::close);
    }

    private URL address() throws Exception {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + PATH + "/")
                .toURL();
    }

    /** How many class loaders are reachable: collected as often as it helps, for a while. */
    private long reachable() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left;
        do {
            System.gc();
            left = classLoaders.stream().filter(each -> each.get() != null).count();
        } while (left > 0 && System.nanoTime() - end < 0);
        return left;
    }

    private static List<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("sockeye-"))
                .toList();
    }

    private static List<String> ourMBeans() throws JMException {
        return ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("org.sockeye:*"), null).stream()
                .map(ObjectName::getCanonicalName)
                .toList();
    }
}
