package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.SocketIoServer;
import org.sockeye.features.Covers;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

class StartAndStopTest {

    @Nested
    class Started_by_nothing_but_the_jar {

        @Test
        @Covers("Server._opts")
        void the_server_is_there_before_any_listener_and_its_settings_are_the_defaults() {
            List<SocketIoServer> seen = new ArrayList<>();
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(seen::add)) {
                assertThat(seen).containsExactly(tomcat.server());
                assertThat(tomcat.server().config().pingInterval()).isEqualTo(Duration.ofSeconds(25));
                assertThat(tomcat.server().config().path()).isEqualTo("/socket.io");
                assertThat(registrations(tomcat)).containsExactly("sockeye");
            }
        }

        @Test
        void settings_are_not_known_before_the_application_has_started() {
            List<String> seen = new ArrayList<>();
            EmbeddedTomcat.start(io -> {
                        try {
                            seen.add(io.config().path());
                        } catch (IllegalStateException expected) {
                            seen.add("not yet");
                        }
                    })
                    .close();
            assertThat(seen).containsExactly("not yet");
        }
    }

    @Nested
    class Declared_in_web_xml {

        @Test
        void the_servlet_is_not_registered_again_and_its_settings_hold() {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .setting("pingInterval", "PT7S")
                    .setting("transports", "polling")
                    .start()) {
                assertThat(registrations(tomcat)).containsExactly("chat");
                HttpResponse<String> opened =
                        new EngineClient(tomcat.http("/socket.io/")).get("EIO=4&transport=polling");
                assertThat(opened.body()).contains("\"pingInterval\":7000", "\"upgrades\":[]");
            }
        }

        @Test
        void the_path_is_that_of_the_mapping() {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .mapping("/live/chat/*")
                    .contextPath("/app")
                    .start()) {
                EngineClient client = new EngineClient(tomcat.http("/live/chat/"));
                assertThat(client.connect()).isNotEmpty();
                assertThat(client.webSocket("EIO=4&transport=websocket").next()).startsWith("0{");
                assertThat(tomcat.server().config().path()).isEqualTo("/live/chat");
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        pingIntervall | 300      | Unknown setting "pingIntervall" is "300"; the settings are path,
                        pingInterval  | never    | Setting "pingInterval" is "never"; allowed is
                        path          | /other   | Setting "path" is "/other", but the servlet is mapped to "/socket.io/*"
                        """)
        void a_setting_that_cannot_work_stops_the_deployment_and_says_why(String name, String value, String message) {
            try (CapturedLog log = new CapturedLog("org.apache.catalina.core")) {
                assertThatThrownBy(() ->
                                EmbeddedTomcat.builder().setting(name, value).start())
                        .isInstanceOf(IllegalStateException.class);
                assertThat(log.text()).contains(message);
            }
        }

        @Test
        void without_a_wildcard_the_mapping_is_refused() {
            try (CapturedLog log = new CapturedLog("org.apache.catalina.core")) {
                assertThatThrownBy(() ->
                                EmbeddedTomcat.builder().mapping("/socket.io/").start())
                        .isInstanceOf(IllegalStateException.class);
                assertThat(log.text()).contains("allowed is a path that ends with /*");
            }
        }
    }

    @Test
    void virtual_threads_are_refused_by_a_JDK_that_has_none() {
        if (Runtime.version().feature() >= 21) {
            EmbeddedTomcat.builder().setting("dispatch", "virtual").start().close();
            return;
        }
        try (CapturedLog log = new CapturedLog("org.apache.catalina.core")) {
            assertThatThrownBy(() -> EmbeddedTomcat.builder()
                            .setting("dispatch", "virtual")
                            .start())
                    .isInstanceOf(IllegalStateException.class);
            assertThat(log.text()).contains("has no virtual threads; allowed is auto, container or executor");
        }
    }

    @Test
    void a_filter_that_does_not_support_async_is_named_in_the_answer() {
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .context(context -> context.addServletContainerInitializer(
                        (classes, servletContext) -> addSynchronousFilter(servletContext), null))
                .start()) {
            HttpResponse<String> answer = new EngineClient(tomcat.http("/socket.io/")).get("EIO=4&transport=polling");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("async-supported");
            assertThat(new EngineClient(tomcat.http("/socket.io/"))
                            .webSocket("EIO=4&transport=websocket")
                            .next())
                    .startsWith("0{");
        }
    }

    @Test
    void a_filter_that_does_not_support_async_is_an_error_in_the_log_once() {
        try (CapturedLog log = new CapturedLog("org.sockeye.web");
                EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                        .context(context -> context.addServletContainerInitializer(
                                (classes, servletContext) -> addSynchronousFilter(servletContext), null))
                        .start()) {
            for (int i = 0; i < 3; i++) {
                new EngineClient(tomcat.http("/socket.io/")).get("EIO=4&transport=polling");
            }
            assertThat(log.text(Level.INFO)).containsOnlyOnce("async-supported>true");
        }
    }

    private static void addSynchronousFilter(ServletContext context) {
        FilterRegistration.Dynamic filter =
                context.addFilter("sync", (request, response, chain) -> chain.doFilter(request, response));
        filter.setAsyncSupported(false);
        filter.addMappingForUrlPatterns(null, false, "/*");
    }

    @ParameterizedTest
    @CsvSource({"container", "executor"})
    void application_code_runs_with_the_class_loader_of_the_application(String dispatch) throws InterruptedException {
        LinkedBlockingQueue<ClassLoader> seen = new LinkedBlockingQueue<>();
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("dispatch", dispatch)
                .application(io -> io.onConnection(
                        socket -> seen.add(Thread.currentThread().getContextClassLoader())))
                .start()) {
            new EngineClient(tomcat.http("/socket.io/")).connect();
            assertThat(seen.poll(10, TimeUnit.SECONDS))
                    .isSameAs(tomcat.context().getLoader().getClassLoader());
        }
    }

    @Nested
    class Undeploying {

        /** A thread that has ended its pool lives for a moment longer; one that idles, for several seconds. */
        private static final long ENDING_MILLIS = 2000;

        @Test
        void ends_every_held_request_WebSocket_and_thread() throws InterruptedException {
            CountDownLatch connected = new CountDownLatch(2);
            LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> io.onConnection(socket -> {
                socket.onDisconnect((reason, description) -> reasons.add(reason.text()));
                connected.countDown();
            }))) {
                EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
                CompletableFuture<HttpResponse<String>> held = client.pollLater(client.connect());
                EngineClient.Link link = client.webSocket("EIO=4&transport=websocket");
                link.next();
                link.send("40").next();
                assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
                String posting = client.connect();
                try (RawConnection slow = new RawConnection(tomcat.port())) {
                    slow.request(
                            "POST /socket.io/?EIO=4&transport=polling&sid=" + posting + " HTTP/1.1",
                            "Host: localhost",
                            "Content-Length: 100");
                    assertThat(ourThreads()).isNotEmpty();
                    tomcat.undeploy();
                    assertThat(EngineClient.get(held).statusCode()).isEqualTo(200);
                    assertThat(link.closeCode()).isEqualTo(1001);
                    assertThat(slow.isAtEnd() || !slow.head().isEmpty()).isTrue();
                }
                for (Thread ending : ourThreads()) {
                    ending.join(ENDING_MILLIS);
                }
                assertThat(ourThreads()).isEmpty();
                assertThat(reasons).contains("server shutting down").hasSizeGreaterThanOrEqualTo(2);
            }
        }

        @RepeatedTest(10)
        void leaves_no_thread_that_the_container_warns_of() {
            try (CapturedLog log = new CapturedLog("org.apache.catalina");
                    EmbeddedTomcat tomcat = EmbeddedTomcat.start(io -> {})) {
                EngineClient client = new EngineClient(tomcat.http("/socket.io/"));
                client.connect();
                client.webSocket("EIO=4&transport=websocket").send("40").next();
                tomcat.undeploy();
                assertThat(log.text(Level.WARNING)).doesNotContain("sockeye-");
            }
        }

        private List<Thread> ourThreads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(Thread::isAlive)
                    .filter(thread -> thread.getName().startsWith("sockeye-"))
                    .toList();
        }
    }

    private static List<String> registrations(EmbeddedTomcat tomcat) {
        return tomcat.context().getServletContext().getServletRegistrations().values().stream()
                .filter(registration -> SocketIoServlet.class.getName().equals(registration.getClassName()))
                .map(ServletRegistration::getName)
                .toList();
    }
}
