package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.SocketIoConfig;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.internal.core.ProducedSettings.Produced;
import org.sockeye.internal.core.ServerDirectory;

/** Two servers in one application, {@code chat} at /chat and {@code admin} at /admin. */
class SeveralServersTest {

    private static final String ATTRIBUTE = SocketIoServer.class.getName();

    /** Init-params, given as {@code name=value}. */
    private static String servlet(String name, String... settings) {
        StringBuilder parameters = new StringBuilder();
        for (String setting : settings) {
            parameters.append("<init-param><param-name>" + setting.replace("=", "</param-name><param-value>")
                    + "</param-value></init-param>");
        }
        return """
                <servlet>
                  <servlet-name>%1$s</servlet-name>
                  <servlet-class>org.sockeye.internal.web.SocketIoServlet</servlet-class>
                  %2$s
                  <async-supported>true</async-supported>
                </servlet>
                <servlet-mapping>
                  <servlet-name>%1$s</servlet-name>
                  <url-pattern>/%1$s/*</url-pattern>
                </servlet-mapping>
                """
                .formatted(name, parameters);
    }

    private static EmbeddedTomcat.Builder tomcat(String... servlets) {
        return EmbeddedTomcat.builder()
                .contextPath("/app")
                .file(
                        "WEB-INF/web.xml",
                        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                                + String.join("", servlets) + "</web-app>");
    }

    private static EmbeddedTomcat.Builder two() {
        return tomcat(
                servlet("chat", "defaultServer=true", "pingInterval=7000"), servlet("admin", "transports=polling"));
    }

    private static SocketIoServer server(EmbeddedTomcat tomcat, String name) {
        return (SocketIoServer) Objects.requireNonNull(tomcat.attribute(ATTRIBUTE + "#" + name));
    }

    private static String refusal(EmbeddedTomcat.Builder tomcat) {
        try (CapturedLog log = new CapturedLog("org.apache.catalina.core")) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(tomcat::start);
            return log.text();
        }
    }

    @Test
    void are_attributes_by_their_names_and_the_default_one_without() {
        try (EmbeddedTomcat tomcat = two().start()) {
            assertThat(server(tomcat, "chat").name()).isEqualTo("chat");
            assertThat(server(tomcat, "admin").name()).isEqualTo("admin");
            assertThat(tomcat.server()).isSameAs(server(tomcat, "chat"));
        }
    }

    @Test
    void are_one_attribute_each_and_none_without_a_name_where_there_is_no_default() {
        try (EmbeddedTomcat tomcat = tomcat(servlet("chat"), servlet("admin")).start()) {
            assertThat(tomcat.attribute(ATTRIBUTE)).isNull();
            assertThat(server(tomcat, "chat")).isNotSameAs(server(tomcat, "admin"));
        }
    }

    @Test
    void the_only_one_is_an_attribute_with_and_without_its_name() {
        try (EmbeddedTomcat tomcat = tomcat(servlet("chat")).start()) {
            assertThat(server(tomcat, "chat")).isSameAs(tomcat.server());
        }
    }

    @Test
    void have_a_path_and_settings_of_their_own() {
        try (EmbeddedTomcat tomcat = two().context(context -> context.addParameter("sockeye.admin.pingTimeout", "PT3S"))
                .context(context -> context.addParameter("sockeye.maxPayload", "5000"))
                .start()) {
            assertThat(server(tomcat, "chat").config().path()).isEqualTo("/chat");
            assertThat(server(tomcat, "admin").config().path()).isEqualTo("/admin");
            assertThat(server(tomcat, "chat").config().pingTimeout()).isEqualTo(Duration.ofSeconds(20));
            assertThat(server(tomcat, "admin").config().pingTimeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(new EngineClient(tomcat.http("/chat/"))
                            .get("EIO=4&transport=polling")
                            .body())
                    .contains("\"pingInterval\":7000", "\"maxPayload\":5000", "\"upgrades\":[\"websocket\"]");
            assertThat(new EngineClient(tomcat.http("/admin/"))
                            .get("EIO=4&transport=polling")
                            .body())
                    .contains("\"pingInterval\":25000", "\"maxPayload\":5000", "\"upgrades\":[]");
        }
    }

    @Test
    void have_namespaces_and_clients_of_their_own() {
        List<String> connected = new ArrayList<>();
        try (EmbeddedTomcat tomcat = two().start()) {
            server(tomcat, "chat").of("/news").onConnection(socket -> connected.add("chat"));
            server(tomcat, "admin")
                    .onConnection(
                            socket -> connected.add(socket.namespace().server().name()));
            EngineClient chat = new EngineClient(tomcat.http("/chat/"));
            EngineClient admin = new EngineClient(tomcat.http("/admin/"));
            String guest = admin.connect();
            admin.post(guest, "40/news,");
            assertThat(admin.poll(guest).body()).isEqualTo("44/news,{\"message\":\"Invalid namespace\"}");
            assertThat(connected).containsExactly("admin");
            chat.connect();
            assertThat(server(tomcat, "chat").clientsCount()).isEqualTo(1);
            server(tomcat, "chat").emit("for chat");
            server(tomcat, "admin").emit("for admin");
            assertThat(admin.poll(guest).body()).isEqualTo("42[\"for admin\"]");
        }
    }

    @Test
    void do_not_know_each_others_sessions() {
        try (EmbeddedTomcat tomcat = tomcat(servlet("chat"), servlet("admin")).start()) {
            EngineClient chat = new EngineClient(tomcat.http("/chat/"));
            EngineClient admin = new EngineClient(tomcat.http("/admin/"));
            String sid = chat.connect();
            assertThat(admin.poll(sid).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
            assertThat(admin.post(sid, "42[\"x\"]").statusCode()).isEqualTo(400);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> admin.webSocket("EIO=4&transport=websocket&sid=" + sid));
            EngineClient.Link upgrade = chat.webSocket("EIO=4&transport=websocket&sid=" + sid);
            assertThat(upgrade.send("2probe").next()).isEqualTo("3probe");
        }
    }

    @Test
    void close_on_their_own() {
        try (EmbeddedTomcat tomcat = two().start()) {
            server(tomcat, "chat").close();
            assertThat(new EngineClient(tomcat.http("/chat/"))
                            .get("EIO=4&transport=polling")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(new EngineClient(tomcat.http("/admin/")).connect()).isNotEmpty();
        }
    }

    @Nested
    class The_cookies_with_their_session_ids {

        private static String cookie(EmbeddedTomcat tomcat, String path) {
            HttpResponse<String> opened = new EngineClient(tomcat.http(path)).get("EIO=4&transport=polling");
            return opened.headers().firstValue("Set-Cookie").orElseThrow();
        }

        @Test
        void have_the_paths_of_the_servers() {
            try (EmbeddedTomcat tomcat = tomcat(servlet("chat", "cookie=io"), servlet("admin", "cookie=io"))
                    .start()) {
                assertThat(cookie(tomcat, "/chat/")).startsWith("io=").contains("; Path=/app/chat;");
                assertThat(cookie(tomcat, "/admin/")).startsWith("io=").contains("; Path=/app/admin;");
            }
        }

        @Test
        void have_the_paths_that_are_given() {
            try (EmbeddedTomcat tomcat = tomcat(
                            servlet("chat", "cookie=io", "cookiePath=/"),
                            servlet("admin", "cookie=io", "cookiePath=/app"))
                    .start()) {
                assertThat(cookie(tomcat, "/chat/")).contains("; Path=/;");
                assertThat(cookie(tomcat, "/admin/")).contains("; Path=/app;");
            }
        }

        @Test
        void may_not_be_the_same() {
            assertThat(refusal(tomcat(
                            servlet("chat", "cookie=io", "cookiePath=/"),
                            servlet("admin", "cookie=io", "cookiePath=/"))))
                    .contains("Setting \"cookie\" is \"io\" and setting \"cookiePath\" is \"/\"")
                    .contains("server \"admin\"");
        }

        @Test
        void of_an_only_server_are_for_every_path() {
            try (EmbeddedTomcat tomcat = tomcat(servlet("chat", "cookie=io")).start()) {
                assertThat(cookie(tomcat, "/chat/")).contains("; Path=/;");
            }
        }
    }

    @Nested
    class The_default_server {

        @ParameterizedTest
        @CsvSource({"sockeye.admin.defaultServer, admin", "sockeye.chat.defaultServer, chat"})
        void may_be_a_context_param(String param, String name) {
            try (EmbeddedTomcat tomcat = tomcat(servlet("chat"), servlet("admin"))
                    .context(context -> context.addParameter(param, "true"))
                    .start()) {
                assertThat(tomcat.server().name()).isEqualTo(name);
            }
        }

        @Test
        void is_one() {
            assertThat(refusal(tomcat(servlet("chat", "defaultServer=true"), servlet("admin", "defaultServer=true"))))
                    .contains("Setting \"defaultServer\" is \"true\" for the servers admin, chat; allowed is one");
        }

        @Test
        void is_the_only_one_whatever_it_says() {
            try (EmbeddedTomcat tomcat =
                    tomcat(servlet("chat", "defaultServer=false")).start()) {
                assertThat(tomcat.server().name()).isEqualTo("chat");
            }
        }

        @Test
        void is_said_in_web_xml() {
            SocketIoConfig late =
                    SocketIoConfig.builder().set("defaultServer", "true").build();
            assertThat(refusal(tomcat(servlet("chat"), servlet("admin"))
                            .listener(starting(context -> ServerDirectory.of(context.getClassLoader())
                                    .settings(server -> List.of(new Produced(late, "a bean")))))))
                    .contains("Setting \"defaultServer\" is \"true\" too late; allowed is to set it in web.xml")
                    .contains("defaultServer by a bean");
        }
    }

    @Nested
    class What_needs_a_server_that_there_is_not {

        private static void need(String server, ServletContext context) {
            ServerDirectory.of(context.getClassLoader()).require(server, "the field Score.io");
        }

        @Test
        void stops_the_deployment_because_there_is_no_default() {
            assertThat(refusal(
                            tomcat(servlet("chat"), servlet("admin")).listener(starting(context -> need("", context)))))
                    .contains("several Socket.IO servers (admin, chat), and none is the default")
                    .contains("needed by the field Score.io");
        }

        @Test
        void stops_the_deployment_because_there_is_none_of_that_name() {
            assertThat(refusal(two().listener(starting(context -> need("game", context)))))
                    .contains("no Socket.IO server \"game\"")
                    .contains("needed by the field Score.io");
        }
    }

    private static ServletContextListener starting(Consumer<ServletContext> action) {
        return new ServletContextListener() {
            @Override
            public void contextInitialized(ServletContextEvent event) {
                action.accept(event.getServletContext());
            }
        };
    }
}
