package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import io.socket.engineio.client.transports.Polling;
import io.socket.engineio.client.transports.WebSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** The official Java client, io.socket:socket.io-client. */
class JavaClientTest {

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedTomcat tomcat;

    @BeforeAll
    static void start() {
        tomcat = EmbeddedTomcat.start(ClientsApplication::install);
    }

    @AfterAll
    static void stop() {
        tomcat.close();
    }

    @Nested
    class By_long_polling extends Contract {
        By_long_polling() {
            super(Polling.NAME);
        }
    }

    @Nested
    class By_WebSocket extends Contract {
        By_WebSocket() {
            super(WebSocket.NAME);
        }
    }

    @Nested
    class By_long_polling_and_an_upgrade extends Contract {
        By_long_polling_and_an_upgrade() {
            super(Polling.NAME, WebSocket.NAME);
        }
    }

    abstract static class Contract {

        private final IO.Options options = new IO.Options();

        @SuppressWarnings("NullAway.Init") // set before each test
        private Socket socket;

        Contract(String... transports) {
            options.transports = transports;
            options.forceNew = true;
        }

        @BeforeEach
        void connect() {
            socket = IO.socket(tomcat.http("/"), options);
            CompletableFuture<Object[]> connected = event(Socket.EVENT_CONNECT);
            socket.connect();
            EngineClient.get(connected);
        }

        @AfterEach
        void disconnect() {
            socket.disconnect();
        }

        @Test
        void its_events_are_acknowledged() {
            Object[] reply = ask("echo", "Grüße €😀", 1, true, new JSONArray().put("a"));
            assertThat(reply).hasSize(4).startsWith("Grüße €😀", 1, true);
            assertThat(reply[3]).hasToString("[\"a\"]");
        }

        @Test
        void it_acknowledges_events() throws JSONException {
            socket.on("question", arguments -> ((Ack) arguments[2]).call(arguments[0], arguments[1]));
            CompletableFuture<Object[]> answered = event("answered");
            socket.emit("ask me");
            assertThat(EngineClient.get(answered)).containsExactly("how much?");
        }

        @Test
        void its_bytes_come_back_as_they_were() {
            byte[] bytes = {1, 2, (byte) 0xff};
            assertThat(ask("echo", bytes, "x")).containsExactly(bytes, "x");
        }

        @Test
        void an_object_with_bytes_is_bound_to_a_record() throws JSONException {
            JSONObject photo = new JSONObject().put("name", "cat").put("data", new byte[] {7, 8});
            JSONObject answer = (JSONObject) ask("photo", photo)[0];
            assertThat(answer.getString("name")).isEqualTo("cat!");
            assertThat((byte[]) answer.get("data")).containsExactly(7, 8, 7, 8);
        }

        @Test
        void the_server_may_send_it_away() {
            CompletableFuture<Object[]> gone = event(Socket.EVENT_DISCONNECT);
            socket.emit("send me away");
            assertThat(EngineClient.get(gone)).containsExactly("io server disconnect");
        }

        @Test
        void middleware_may_refuse_it() throws JSONException {
            options.auth = Map.of("token", "abc");
            Socket refused = IO.socket(URI.create(tomcat.http("/") + "refusing"), options);
            CompletableFuture<Object[]> error = new CompletableFuture<>();
            refused.on(Socket.EVENT_CONNECT_ERROR, error::complete);
            refused.connect();
            JSONObject told = (JSONObject) EngineClient.get(error)[0];
            assertThat(told.getString("message")).isEqualTo("not you");
            assertThat(told.getJSONObject("data").getString("token")).isEqualTo("abc");
            refused.disconnect();
        }

        private CompletableFuture<Object[]> event(String name) {
            CompletableFuture<Object[]> received = new CompletableFuture<>();
            socket.once(name, received::complete);
            return received;
        }

        private Object[] ask(String event, Object... arguments) {
            CompletableFuture<Object[]> reply = new CompletableFuture<>();
            socket.emit(event, arguments, reply::complete);
            return EngineClient.get(reply);
        }
    }
}
