package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** How an application without CDI reaches its servers: by the ServletContext, before any client does. */
class WithoutCdiTest {

    private static final String TWO =
            """
            <servlet><servlet-name>chat</servlet-name>
              <servlet-class>org.sockeye.internal.web.SocketIoServlet</servlet-class>
              <async-supported>true</async-supported></servlet>
            <servlet-mapping><servlet-name>chat</servlet-name><url-pattern>/chat/*</url-pattern></servlet-mapping>
            <servlet><servlet-name>admin</servlet-name>
              <servlet-class>org.sockeye.internal.web.SocketIoServlet</servlet-class>
              <async-supported>true</async-supported></servlet>
            <servlet-mapping><servlet-name>admin</servlet-name><url-pattern>/admin/*</url-pattern></servlet-mapping>
            """;

    private static String webXml(String content) {
        return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">" + content + "</web-app>";
    }

    /** What the application answers. */
    private static String greeting(EmbeddedTomcat tomcat, String path) {
        EngineClient client = new EngineClient(tomcat.http(path));
        String sid = client.connect();
        client.post(sid, "42[\"greet\"]");
        return client.poll(sid).body();
    }

    @Nested
    class A_listener_finds_the_server {

        @Test
        void when_it_is_annotated() {
            try (EmbeddedTomcat tomcat =
                    EmbeddedTomcat.builder().isolated(GreetingListener.class).start()) {
                assertThat(greeting(tomcat, "/socket.io/")).isEqualTo("42[\"greeting\",\"sockeye\"]");
            }
        }

        @Test
        void when_it_is_in_web_xml() {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .isolated(GreetingListener.class)
                    .file(
                            "WEB-INF/web.xml",
                            webXml("<listener><listener-class>" + GreetingListener.class.getName()
                                            + "</listener-class></listener>")
                                    .replace("version=\"6.0\"", "version=\"6.0\" metadata-complete=\"true\""))
                    .start()) {
                assertThat(greeting(tomcat, "/socket.io/")).isEqualTo("42[\"greeting\",\"sockeye\"]");
            }
        }

        @Test
        void when_another_initializer_adds_it() {
            ServletContainerInitializer initializer = (classes, context) -> context.addListener(new GreetingListener());
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .context(context -> context.addServletContainerInitializer(initializer, null))
                    .start()) {
                assertThat(greeting(tomcat, "/socket.io/")).isEqualTo("42[\"greeting\",\"sockeye\"]");
            }
        }

        @Test
        void of_each_name_where_there_are_several() {
            try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                    .file("WEB-INF/web.xml", webXml(TWO))
                    .listener(new GreetingListener())
                    .start()) {
                assertThat(greeting(tomcat, "/chat/")).isEqualTo("42[\"greeting\",\"chat\"]");
                assertThat(greeting(tomcat, "/admin/")).isEqualTo("42[\"greeting\",\"admin\"]");
            }
        }
    }

    @Test
    void an_initializer_may_set_settings() {
        ServletContainerInitializer initializer =
                (classes, context) -> context.setInitParameter("sockeye.pingInterval", "PT9S");
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .context(context -> context.addServletContainerInitializer(initializer, null))
                .start()) {
            assertThat(tomcat.server().config().pingInterval()).isEqualTo(Duration.ofSeconds(9));
        }
    }

    @Nested
    class Who_asks_for_a_server_that_there_is_not {

        @Test
        void too_early_is_told_who_puts_it_there() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> SocketIoServer.from(name -> null))
                    .withMessageContaining("no Socket.IO server yet")
                    .withMessageContaining("let it add a listener");
            assertThatIllegalStateException()
                    .isThrownBy(() -> SocketIoServer.from(name -> null, "admin"))
                    .withMessageContaining("no Socket.IO server yet");
        }

        @Test
        void in_an_initializer_is_told_so_or_finds_it() {
            List<String> outcomes = new ArrayList<>();
            ServletContainerInitializer initializer = (classes, context) -> outcomes.add(attempt(context));
            EmbeddedTomcat.builder()
                    .context(context -> context.addServletContainerInitializer(initializer, null))
                    .start()
                    .close();
            assertThat(outcomes).singleElement().satisfies(outcome -> assertThat(outcome)
                    .matches("sockeye|The ServletContext has no Socket.IO server yet.*"));
        }

        private static String attempt(ServletContext context) {
            try {
                return SocketIoServer.from(context::getAttribute).name();
            } catch (IllegalStateException early) {
                return String.valueOf(early.getMessage());
            }
        }

        @Test
        void by_a_wrong_name_or_without_one_is_told_which_there_are() {
            List<String> outcomes = new ArrayList<>();
            EmbeddedTomcat.builder()
                    .file("WEB-INF/web.xml", webXml(TWO))
                    .listener(new ServletContextListener() {
                        @Override
                        public void contextInitialized(ServletContextEvent event) {
                            ServletContext context = event.getServletContext();
                            outcomes.add(attempt(context));
                            assertThatIllegalStateException()
                                    .isThrownBy(() -> SocketIoServer.from(context::getAttribute, "game"))
                                    .withMessageContaining("no Socket.IO server \"game\", but [admin, chat]");
                        }
                    })
                    .start()
                    .close();
            assertThat(outcomes).singleElement().satisfies(outcome -> assertThat(outcome)
                    .contains("several Socket.IO servers, [admin, chat], and none is the default")
                    .contains("\"defaultServer\""));
        }

        @Test
        void of_another_class_loader_is_told_so() {
            Map<String, Object> attributes = Map.of(SocketIoServer.class.getName(), new Object());
            assertThatIllegalStateException()
                    .isThrownBy(() -> SocketIoServer.from(attributes::get))
                    .withMessageContaining("another class loader");
        }
    }
}
