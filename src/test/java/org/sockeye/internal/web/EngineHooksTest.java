package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConnectionError;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Engine;
import org.sockeye.HandshakeRequest;
import org.sockeye.features.Covers;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** What an application may register below Socket.IO. */
class EngineHooksTest {

    private static final String POLLING = "EIO=4&transport=polling";
    private static final String WEBSOCKET = "EIO=4&transport=websocket";

    private static EmbeddedTomcat serve(Consumer<Engine> application) {
        return EmbeddedTomcat.start(io -> application.accept(io.engine()));
    }

    private static EngineClient client(EmbeddedTomcat tomcat) {
        return new EngineClient(tomcat.http("/socket.io/"));
    }

    /** What is answered to a request for a WebSocket. */
    private static Refused webSocket(EmbeddedTomcat tomcat, String query, String... more) {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            List<String> lines = new ArrayList<>(List.of(
                    "GET /socket.io/?" + query + " HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
            lines.addAll(List.of(more));
            connection.request(lines.toArray(String[]::new));
            HttpHeaders headers = connection.headers();
            int length = (int) headers.firstValueAsLong("content-length").orElse(0);
            return new Refused(headers, connection.read(length));
        }
    }

    private record Refused(HttpHeaders headers, String body) {
        int status() {
            return Integer.parseInt(headers.firstValue(":status").orElse(""));
        }
    }

    @Nested
    class A_request_filter {

        @Test
        void lets_pass_by_returning() {
            List<String> seen = new CopyOnWriteArrayList<>();
            try (EmbeddedTomcat tomcat =
                    serve(engine -> engine.allowRequest(request -> seen.add(parameter(request, "transport"))))) {
                client(tomcat).connect();
                assertThat(webSocket(tomcat, WEBSOCKET).status()).isEqualTo(101);
                assertThat(seen).containsExactly("polling", "websocket");
            }
        }

        @Test
        void refuses_with_its_message() {
            try (EmbeddedTomcat tomcat = serve(engine -> engine.allowRequest(request -> {
                throw new ConnectionRefusedException("no \"token\"");
            }))) {
                HttpResponse<String> answer = client(tomcat).get(POLLING);
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).isEqualTo("{\"code\":4,\"message\":\"no \\\"token\\\"\"}");
                Refused webSocket = webSocket(tomcat, WEBSOCKET);
                assertThat(webSocket.status()).isEqualTo(400);
                assertThat(webSocket.body()).isEqualTo("no \"token\"");
                assertThat(tomcat.server().engine().clientsCount()).isZero();
            }
        }

        @Test
        void that_throws_anything_else_refuses_without_telling_why() {
            try (EmbeddedTomcat tomcat = serve(engine -> engine.allowRequest(request -> {
                throw new IllegalStateException("the database is down");
            }))) {
                HttpResponse<String> answer = client(tomcat).get(POLLING);
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
                assertThat(webSocket(tomcat, WEBSOCKET).body()).isEqualTo("Forbidden");
            }
        }

        @Test
        void is_one_of_several_that_must_all_let_pass() {
            List<String> seen = new CopyOnWriteArrayList<>();
            try (EmbeddedTomcat tomcat = serve(engine -> engine.allowRequest(request -> seen.add("first"))
                    .allowRequest(request -> {
                        throw new ConnectionRefusedException("second");
                    })
                    .allowRequest(request -> seen.add("third")))) {
                assertThat(client(tomcat).get(POLLING).body()).contains("second");
                assertThat(seen).containsExactly("first");
            }
        }

        @Test
        void may_be_registered_while_the_server_runs() {
            try (EmbeddedTomcat tomcat = serve(engine -> {})) {
                String sid = client(tomcat).connect();
                tomcat.server().engine().allowRequest(request -> {
                    throw new ConnectionRefusedException("full");
                });
                assertThat(client(tomcat).get(POLLING).statusCode()).isEqualTo(403);
                assertThat(client(tomcat).post(sid, "42[\"x\"]").statusCode()).isEqualTo(200);
            }
        }
    }

    @Nested
    class An_id_generator {

        @Test
        void names_the_sessions() {
            try (EmbeddedTomcat tomcat =
                    serve(engine -> engine.generateId(request -> "a-" + parameter(request, "n")))) {
                assertThat(client(tomcat).get(POLLING + "&n=1").body()).startsWith("0{\"sid\":\"a-1\",");
                EngineClient.Link link = client(tomcat).webSocket(WEBSOCKET + "&n=2");
                assertThat(link.next()).startsWith("0{\"sid\":\"a-2\",");
                assertThat(client(tomcat).post("a-1", "40").statusCode()).isEqualTo(200);
                assertThat(client(tomcat).poll("a-1").body()).startsWith("40{\"sid\":");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "a b",
                    "a.b",
                    "\u00e4",
                    "12345678901234567890123456789012345678901234567890123456789012345"
                })
        void that_makes_no_id_fails_the_handshake_and_the_log_names_it(String id) {
            try (CapturedLog log = new CapturedLog("org.sockeye");
                    EmbeddedTomcat tomcat = serve(engine -> engine.generateId(request -> id))) {
                HttpResponse<String> answer = client(tomcat).get(POLLING);
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
                assertThat(webSocket(tomcat, WEBSOCKET).body()).isEqualTo("Bad request");
                String shown = id.replace("\u00e4", "\\u00e4");
                assertThat(log.text(Level.WARNING))
                        .containsOnlyOnce("WARNING org.sockeye.core A handshake was refused")
                        .contains(" is no session id")
                        .contains("\"" + shown + "\"");
                assertThat(tomcat.server().engine().clientsCount()).isZero();
            }
        }

        @Test
        void that_makes_an_id_twice_fails_the_second_handshake() {
            try (EmbeddedTomcat tomcat = serve(engine -> engine.generateId(request -> "same"))) {
                assertThat(client(tomcat).get(POLLING).statusCode()).isEqualTo(200);
                assertThat(client(tomcat).get(POLLING).statusCode()).isEqualTo(400);
                assertThat(webSocket(tomcat, WEBSOCKET).status()).isEqualTo(400);
                assertThat(client(tomcat).post("same", "40").statusCode()).isEqualTo(200);
            }
        }

        @Test
        void that_throws_fails_the_handshake() {
            try (EmbeddedTomcat tomcat = serve(engine -> engine.generateId(request -> {
                throw new java.io.IOException("no entropy");
            }))) {
                assertThat(client(tomcat).get(POLLING).statusCode()).isEqualTo(400);
                assertThat(webSocket(tomcat, WEBSOCKET).status()).isEqualTo(400);
            }
        }
    }

    @Nested
    class Headers {

        @Test
        @Covers("Server.engine")
        void are_added_to_the_first_answer_and_to_every_one() {
            try (EmbeddedTomcat tomcat = serve(
                    engine -> engine.onInitialHeaders((headers, request) -> headers.set("X-First", request.method()))
                            .onHeaders((headers, request) -> headers.add("X-Each", request.method())))) {
                HttpResponse<String> opened = client(tomcat).get(POLLING);
                assertThat(header(opened, "X-First")).isEqualTo("GET");
                assertThat(header(opened, "X-Each")).isEqualTo("GET");
                String sid = EngineClient.sidOf(opened.body());
                HttpResponse<String> posted = client(tomcat).post(sid, "40");
                assertThat(header(posted, "X-First")).isEmpty();
                assertThat(header(posted, "X-Each")).isEqualTo("POST");
                assertThat(header(client(tomcat).poll(sid), "X-Each")).isEqualTo("GET");
            }
        }

        @Test
        void are_added_to_the_101_of_a_WebSocket() {
            try (EmbeddedTomcat tomcat =
                    serve(engine -> engine.onInitialHeaders((headers, request) -> headers.set("X-First", "1"))
                            .onHeaders((headers, request) -> headers.set("X-Each", "1")))) {
                HttpHeaders begun = webSocket(tomcat, WEBSOCKET).headers();
                assertThat(begun.firstValue(":status")).contains("101");
                assertThat(begun.firstValue("x-first")).contains("1");
                assertThat(begun.firstValue("x-each")).contains("1");
                String sid = client(tomcat).open();
                HttpHeaders upgraded =
                        webSocket(tomcat, WEBSOCKET + "&sid=" + sid).headers();
                assertThat(upgraded.firstValue(":status")).contains("101");
                assertThat(upgraded.firstValue("x-first")).isEmpty();
                assertThat(upgraded.firstValue("x-each")).contains("1");
            }
        }

        @Test
        void that_would_forge_others_are_refused_and_the_other_listeners_are_called() {
            List<Throwable> thrown = new CopyOnWriteArrayList<>();
            try (EmbeddedTomcat tomcat = serve(engine -> engine.onHeaders((headers, request) -> {
                        try {
                            headers.set("X-One", "a\r\nSet-Cookie: b");
                        } catch (IllegalArgumentException refused) {
                            thrown.add(refused);
                            throw refused;
                        }
                    })
                    .onHeaders((headers, request) -> headers.set("X-Two", "2")))) {
                HttpResponse<String> opened = client(tomcat).get(POLLING);
                assertThat(opened.statusCode()).isEqualTo(200);
                assertThat(header(opened, "X-One")).isEmpty();
                assertThat(header(opened, "Set-Cookie")).isEmpty();
                assertThat(header(opened, "X-Two")).isEqualTo("2");
                assertThat(thrown).hasSize(1);
            }
        }
    }

    @Nested
    class A_connection_error {

        private final List<ConnectionError> errors = new CopyOnWriteArrayList<>();

        private ConnectionError error() {
            assertThat(errors).hasSize(1);
            return errors.get(0);
        }

        private void assertThatIs(int code, String message, Map<String, @Nullable Object> context) {
            assertThat(error().code()).isEqualTo(code);
            assertThat(error().message()).isEqualTo(message);
            assertThat(error().context()).isEqualTo(context);
            assertThat(error().request().url()).startsWith("/socket.io/?");
        }

        private EmbeddedTomcat listening() {
            return serve(engine -> engine.onConnectionError(errors::add));
        }

        @Test
        void says_of_an_unknown_transport_which() {
            try (EmbeddedTomcat tomcat = listening()) {
                client(tomcat).get("EIO=4&transport=pigeon");
                assertThatIs(0, "Transport unknown", Map.of("transport", "pigeon"));
            }
        }

        @Test
        void says_of_an_unknown_sid_which() {
            try (EmbeddedTomcat tomcat = listening()) {
                webSocket(tomcat, WEBSOCKET + "&sid=abc");
                assertThatIs(1, "Session ID unknown", Map.of("sid", "abc"));
            }
        }

        @Test
        void says_of_a_bad_method_which() {
            try (EmbeddedTomcat tomcat = listening()) {
                client(tomcat).send(client(tomcat).request(POLLING).method("OPTIONS", BodyPublishers.noBody()));
                assertThatIs(2, "Bad handshake method", Map.of("method", "OPTIONS"));
            }
        }

        @Test
        void says_of_another_transport_which_was_expected() {
            try (EmbeddedTomcat tomcat = listening()) {
                client(tomcat).get(WEBSOCKET + "&sid=" + client(tomcat).open());
                assertThatIs(
                        3,
                        "Bad request",
                        Map.of("name", "TRANSPORT_MISMATCH", "transport", "websocket", "previousTransport", "polling"));
            }
        }

        @Test
        void says_of_a_WebSocket_that_is_none_that_the_handshake_failed() {
            try (EmbeddedTomcat tomcat = listening()) {
                client(tomcat).get(WEBSOCKET);
                assertThatIs(3, "Bad request", Map.of("name", "TRANSPORT_HANDSHAKE_ERROR"));
            }
        }

        @Test
        void says_what_a_filter_said() {
            try (EmbeddedTomcat tomcat =
                    serve(engine -> engine.onConnectionError(errors::add).allowRequest(request -> {
                        throw new ConnectionRefusedException("no");
                    }))) {
                webSocket(tomcat, WEBSOCKET);
                assertThatIs(4, "Forbidden", Map.of("message", "no"));
            }
        }

        @Test
        void says_of_which_site_a_page_was_that_may_not_open_a_WebSocket() {
            try (EmbeddedTomcat tomcat = listening()) {
                assertThat(webSocket(tomcat, WEBSOCKET, "Origin: https://evil.example")
                                .status())
                        .isEqualTo(403);
                assertThatIs(4, "Forbidden", Map.of("name", "ORIGIN_FORBIDDEN", "origin", "https://evil.example"));
            }
        }

        @Test
        void says_which_revision_was_asked_for() {
            try (EmbeddedTomcat tomcat = listening()) {
                client(tomcat).get("EIO=3&transport=polling");
                assertThatIs(5, "Unsupported protocol version", Map.of("protocol", 3));
            }
        }

        @Test
        void has_the_failure_of_the_id_generator() {
            IllegalStateException failure = new IllegalStateException("empty");
            try (EmbeddedTomcat tomcat =
                    serve(engine -> engine.onConnectionError(errors::add).generateId(request -> {
                        throw failure;
                    }))) {
                client(tomcat).get(POLLING);
                assertThatIs(3, "Bad request", Map.of("name", "ID_GENERATION_ERROR", "error", failure));
            }
        }

        @Test
        void is_told_to_every_listener_whatever_another_throws() {
            try (EmbeddedTomcat tomcat = serve(engine -> engine.onConnectionError(error -> {
                        throw new IllegalStateException("a listener that throws");
                    })
                    .onConnectionError(errors::add))) {
                HttpResponse<String> answer = client(tomcat).get("EIO=4");
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(error().code()).isZero();
                assertThat(error().context()).containsEntry("transport", null);
            }
        }
    }

    @Test
    @Covers("Server.engine")
    void clients_are_counted_by_session() {
        try (EmbeddedTomcat tomcat = serve(engine -> {})) {
            Engine engine = tomcat.server().engine();
            assertThat(engine.clientsCount()).isZero();
            client(tomcat).open();
            EngineClient.Link link = client(tomcat).webSocket(WEBSOCKET);
            assertThat(link.next()).startsWith("0{");
            assertThat(link.send("40").next()).startsWith("40{"); // the first packet comes before the count
            assertThat(engine.clientsCount()).isEqualTo(2);
        }
    }

    private static String parameter(HandshakeRequest request, String name) {
        return request.query().getOrDefault(name, List.of("")).get(0);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
