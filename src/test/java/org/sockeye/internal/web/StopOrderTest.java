package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.catalina.core.StandardWrapper;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.internal.cdi.SockeyeExtension;
import org.sockeye.internal.core.ServerDirectory;

/** Containers end an application in different orders, and some do a thing twice. */
class StopOrderTest {

    /** What ends a part of the application. */
    enum Step {
        SERVLET_DESTROYED,
        CONTEXT_DESTROYED,
        CDI_ENDED
    }

    /** An application with beans, of which each part is ended by hand. */
    private static final class Application implements AutoCloseable {

        final AtomicReference<SeContainer> cdi = new AtomicReference<>();
        final EmbeddedTomcat tomcat;

        Application() {
            tomcat = EmbeddedTomcat.builder()
                    .listener(new ServletContextListener() {
                        @Override
                        public void contextInitialized(ServletContextEvent event) {
                            cdi.set(new Weld()
                                    .disableDiscovery()
                                    .addExtensions(new SockeyeExtension())
                                    .addBeanClasses(StopOrderBeans.Witness.class)
                                    .initialize());
                        }
                    })
                    .start();
        }

        void end(Step step) {
            ServletContext context = tomcat.context().getServletContext();
            switch (step) {
                case SERVLET_DESTROYED -> servlet().destroy();
                case CONTEXT_DESTROYED ->
                    Deployment.of(context).orElseThrow().contextDestroyed(new ServletContextEvent(context));
                case CDI_ENDED -> endCdi();
            }
        }

        private void endCdi() {
            SeContainer running = Objects.requireNonNull(cdi.get());
            if (running.isRunning()) {
                withClassLoaderOfTheApplication(running::close);
            }
        }

        private void withClassLoaderOfTheApplication(Runnable work) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(tomcat.context().getLoader().getClassLoader());
            try {
                work.run();
            } finally {
                thread.setContextClassLoader(before);
            }
        }

        Servlet servlet() {
            return ((StandardWrapper) tomcat.context().findChild("sockeye")).getServlet();
        }

        EngineClient client() {
            return new EngineClient(tomcat.http("/socket.io/"));
        }

        @Override
        public void close() {
            endCdi();
            tomcat.close();
        }
    }

    /** Every order of the three, each once, each twice in a row, and all of them twice. */
    static Stream<List<Step>> orders() {
        List<List<Step>> orders = new ArrayList<>();
        for (Step first : Step.values()) {
            for (Step second : Step.values()) {
                for (Step third : Step.values()) {
                    if (first != second && second != third && first != third) {
                        orders.add(List.of(first, second, third));
                        orders.add(List.of(first, first, second, second, third, third));
                        orders.add(List.of(first, second, third, first, second, third));
                    }
                }
            }
        }
        return orders.stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatever_the_order_all_is_ended_once_and_observers_are_told(List<Step> order) throws Exception {
        try (CapturedLog log = new CapturedLog("org.sockeye");
                Application application = new Application()) {
            EngineClient.Link link = application.client().webSocket("EIO=4&transport=websocket");
            link.next();
            link.send("40").next();
            for (Step step : order) {
                application.end(step);
            }
            assertThat(StopOrderBeans.TOLD.next()).isEqualTo("server shutting down");
            assertThat(link.closeCode()).isEqualTo(1001);
            assertThat(application.client().get("EIO=4&transport=polling").statusCode())
                    .isEqualTo(503);
            assertThat(ourThreads(application)).isEmpty();
            assertThat(StopOrderBeans.TOLD.isEmpty()).as("told once").isTrue();
            assertThat(log.text(Level.WARNING)).isEmpty();
        }
    }

    private static List<String> ourThreads(Application application) {
        ClassLoader loader = application.tomcat.context().getLoader().getClassLoader();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sockeye-"))
                .filter(thread -> thread.getContextClassLoader() == loader)
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .toList();
    }

    @Test
    void a_servlet_that_is_started_anew_without_its_application_says_why_it_refuses() throws Exception {
        try (CapturedLog log = new CapturedLog("org.sockeye.web");
                Application application = new Application()) {
            Servlet servlet = application.servlet();
            servlet.destroy();
            SocketIoServlet again = new SocketIoServlet();
            again.init(servlet.getServletConfig());
            assertThat(log.text(Level.WARNING))
                    .contains("Servlet \"sockeye\" was destroyed", "restart the application");
            assertThat(application.client().get("EIO=4&transport=polling").statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void a_deployment_that_fails_after_the_server_has_started_leaves_nothing() {
        AtomicReference<ClassLoader> loader = new AtomicReference<>();
        AtomicReference<Servlet> none = new AtomicReference<>();
        try {
            EmbeddedTomcat.builder()
                    .contextPath("/failing")
                    .context(context -> {
                        FilterDef filter = new FilterDef();
                        filter.setFilterName("failing");
                        filter.setFilterClass(FailingFilter.class.getName());
                        context.addFilterDef(filter);
                        context.addLifecycleListener(event -> {
                            if (context.getLoader() != null
                                    && context.getLoader().getClassLoader() != null) {
                                loader.set(context.getLoader().getClassLoader());
                            }
                        });
                    })
                    .start();
            none.set(new SocketIoServlet());
        } catch (IllegalStateException failed) {
            assertThat(failed).hasMessageContaining("did not start");
        }
        assertThat(none).as("it was not deployed").hasNullValue();
        assertThat(loader.get()).isNotNull();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getContextClassLoader() == loader.get())
                .filteredOn(thread -> thread.getName().startsWith("sockeye-"))
                .isEmpty();
        assertThat(beansOf("/failing")).isEmpty();
    }

    /** Not every container tells a listener of the end whose beginning has failed. */
    @Test
    void what_fails_by_an_error_is_ended_by_us() {
        AtomicBoolean ended = new AtomicBoolean();
        assertThatIllegalStateException().isThrownBy(EmbeddedTomcat.builder().listener(new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                ServletContext context = event.getServletContext();
                Deployment deployment = Deployment.of(context).orElseThrow();
                ServerDirectory.of(context.getClassLoader()).settings(server -> {
                    throw new NoClassDefFoundError("missing");
                });
                assertThatExceptionOfType(NoClassDefFoundError.class)
                        .isThrownBy(() -> deployment.contextInitialized(event));
                ended.set(deployment.server("sockeye").orElseThrow().isStopped());
            }
        })::start);
        assertThat(ended).isTrue();
    }

    private static Set<ObjectName> beansOf(String application) {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .queryNames(new ObjectName("org.sockeye:application=" + application + ",*"), null);
        } catch (JMException invalid) {
            throw new AssertionError(invalid);
        }
    }

    /** Fails, after all listeners have been called. Public for the container. */
    public static final class FailingFilter implements Filter {
        @Override
        public void init(FilterConfig config) throws ServletException {
            throw new ServletException("fails, says the test");
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {}
    }
}
