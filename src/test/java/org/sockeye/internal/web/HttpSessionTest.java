package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Handshake;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.Account;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Eventually;
import org.sockeye.harness.Inbox;
import org.sockeye.harness.Users;

/** Clients that came with an HTTP session end with it. */
class HttpSessionTest {

    private static final String WEBSOCKET = "EIO=4&transport=websocket";

    private final Inbox<Socket> connected = new Inbox<>();
    private final Inbox<String> gone = new Inbox<>();
    private @Nullable EmbeddedTomcat tomcat; // confined to the test's thread

    private EmbeddedTomcat start(EmbeddedTomcat.Builder builder) {
        EmbeddedTomcat started =
                builder.context(new Account()).application(this::listen).start();
        tomcat = started;
        return started;
    }

    private EmbeddedTomcat start() {
        return start(EmbeddedTomcat.builder().context(new Users().with("alice")));
    }

    private void listen(SocketIoServer io) {
        io.onConnection(socket -> {
            connected.add(socket);
            socket.onDisconnect((reason, description) -> gone.add(reason.name()));
        });
    }

    @AfterEach
    void stop() {
        if (tomcat != null) {
            tomcat.close();
        }
    }

    private static EngineClient client(EmbeddedTomcat tomcat, String... headers) {
        return new EngineClient(tomcat.http("/socket.io/")).with(headers);
    }

    private static EngineClient.Link webSocket(EmbeddedTomcat tomcat, String... headers) {
        EngineClient.Link link = client(tomcat, headers).webSocket(WEBSOCKET);
        link.next();
        link.send("40");
        link.next();
        return link;
    }

    private static int count(EmbeddedTomcat tomcat) {
        return HttpSessions.in(tomcat.context().getServletContext()).count();
    }

    @Nested
    class When_it_is_invalidated {

        @Test
        void a_client_that_polls_is_disconnected_and_told_so() {
            EmbeddedTomcat server = start();
            String[] session = Account.begin(server);
            EngineClient client = client(server, session);
            String sid = client.connect();
            Socket socket = connected.next();
            CompletableFuture<HttpResponse<String>> poll = client.pollLater(sid);
            Account.end(server, session);
            assertThat(EngineClient.get(poll).body()).startsWith("41");
            assertThat(gone.next()).isEqualTo("SERVER_NAMESPACE_DISCONNECT");
            assertThat(socket.isConnected()).isFalse();
            Eventually.is(() -> server.server().clientsCount() == 0);
            assertThat(count(server)).isZero();
        }

        @Test
        void a_client_on_a_WebSocket_is_disconnected() {
            EmbeddedTomcat server = start();
            String[] session = Account.begin(server);
            EngineClient.Link link = webSocket(server, session);
            Account.end(server, session);
            assertThat(link.next()).isEqualTo("41");
            assertThat(gone.next()).isEqualTo("SERVER_NAMESPACE_DISCONNECT");
            Eventually.is(() -> server.server().clientsCount() == 0);
        }

        /** Some containers close the WebSockets of who has logged in by themselves. */
        @Test
        void a_client_on_a_WebSocket_whose_user_has_logged_in_is_disconnected_by_whoever_comes_first() {
            EmbeddedTomcat server = start();
            String[] login = Users.login("alice");
            String[] session = Account.begin(server, login);
            EngineClient.Link link = webSocket(server, Account.with(session, login));
            Handshake handshake = connected.next().handshake();
            assertThat(handshake.principal()).isNotNull();
            HttpSession seen = handshake.request().unwrap(HttpSession.class).orElseThrow();
            Account.end(server, "Cookie", "JSESSIONID=" + seen.getId()); // Tomcat has changed it at the login
            assertThat(gone.next()).isIn("SERVER_NAMESPACE_DISCONNECT", "TRANSPORT_CLOSE");
            link.closeCode();
        }

        @Test
        void all_clients_that_came_with_it_go_and_no_others() {
            EmbeddedTomcat server = start();
            String[] session = Account.begin(server);
            client(server, session).connect();
            webSocket(server, session);
            webSocket(server, Account.begin(server));
            client(server).connect();
            Account.end(server, session);
            gone.next(2);
            Eventually.is(() -> server.server().clientsCount() == 2);
            assertThat(server.server().of("/").sockets()).hasSize(2);
        }

        @Test
        void a_client_that_is_in_no_namespace_yet_goes_too() {
            EmbeddedTomcat server = start();
            String[] session = Account.begin(server);
            client(server, session).open();
            Account.end(server, session);
            Eventually.is(() -> server.server().clientsCount() == 0);
            assertThat(connected.isEmpty()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void under_another_id_than_before_they_go_as_well(boolean polling) {
            EmbeddedTomcat server = start();
            String[] before = Account.begin(server);
            if (polling) {
                client(server, before).connect();
            } else {
                webSocket(server, before);
            }
            String[] after = Account.renew(server, before);
            String[] last = Account.renew(server, after);
            webSocket(server, last);
            assertThat(connected.next().isConnected()).isTrue();
            Account.end(server, last);
            gone.next(2);
            assertThat(count(server)).isZero();
        }
    }

    @Nested
    class While_it_ends {

        private final CountDownLatch ending = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        /** Told after us, since the container tells those first that were added last; the session is still valid for it. */
        private final HttpSessionListener slow = new HttpSessionListener() {
            @Override
            public void sessionDestroyed(HttpSessionEvent event) {
                ending.countDown();
                try {
                    goOn.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        @Test
        void no_client_that_comes_with_it_stays() throws InterruptedException {
            EmbeddedTomcat server =
                    start(EmbeddedTomcat.builder().context(context -> context.addApplicationLifecycleListener(slow)));
            String[] session = Account.begin(server);
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> Account.end(server, session), command -> {
                Thread thread = new Thread(command);
                thread.start();
            });
            assertThat(ending.await(10, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> answer = client(server, session).get("EIO=4&transport=polling");
            EngineClient.Link link = client(server, session).webSocket(WEBSOCKET);
            Eventually.is(() -> server.server().clientsCount() == 0);
            goOn.countDown();
            EngineClient.get(end);
            assertThat(answer.statusCode()).isEqualTo(200);
            link.closeCode();
            assertThat(count(server)).isZero();
            assertThat(connected.isEmpty()).isTrue();
        }
    }

    @Nested
    class At_the_handshake {

        @Test
        void it_is_what_the_application_can_ask_for() {
            EmbeddedTomcat server = start();
            String[] session = Account.begin(server);
            webSocket(server, session);
            HttpSession seen = connected
                    .next()
                    .handshake()
                    .request()
                    .unwrap(HttpSession.class)
                    .orElseThrow();
            assertThat(session[1]).endsWith(seen.getId());
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void none_is_made(boolean polling) {
            EmbeddedTomcat server = start();
            if (polling) {
                HttpResponse<String> answer = client(server).get("EIO=4&transport=polling");
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                String sid = EngineClient.sidOf(answer.body());
                client(server).post(sid, "40");
            } else {
                webSocket(server);
            }
            assertThat(connected.next().handshake().request().unwrap(HttpSession.class))
                    .isEmpty();
            assertThat(server.context().getManager().findSessions()).isEmpty();
            assertThat(count(server)).isZero();
        }

        @Test
        void a_session_that_is_over_is_none() {
            EmbeddedTomcat server = start();
            String[] session = Account.begin(server);
            Account.end(server, session);
            webSocket(server, session);
            Socket socket = connected.next();
            assertThat(socket.handshake().request().unwrap(HttpSession.class)).isEmpty();
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_comes_back_has_the_same_socket_unless_it_was_invalidated_meanwhile(boolean invalidated) {
        EmbeddedTomcat server = start(EmbeddedTomcat.builder().setting("connectionStateRecovery", "true"));
        String[] session = Account.begin(server);
        EngineClient.Link link = client(server, session).webSocket(WEBSOCKET);
        link.next();
        String pid = pidOf(link.send("40").next());
        connected.next();
        link.abort();
        gone.next();
        if (invalidated) {
            Account.end(server, session);
        }
        EngineClient.Link again = client(server).webSocket(WEBSOCKET);
        again.next();
        again.send("40{\"pid\":\"" + pid + "\"}").next();
        assertThat(connected.next().recovered()).isEqualTo(!invalidated);
    }

    private static String pidOf(String welcome) {
        Matcher pid = Pattern.compile("\"pid\":\"([^\"]+)\"").matcher(welcome);
        assertThat(pid.find()).as(welcome).isTrue();
        return pid.group(1);
    }

    @Test
    void a_client_that_has_gone_is_forgotten() {
        EmbeddedTomcat server = start();
        String[] session = Account.begin(server);
        EngineClient client = client(server, session);
        String sid = client.connect();
        assertThat(count(server)).isEqualTo(1);
        client.post(sid, "1");
        Eventually.is(() -> count(server) == 0);
        Account.end(server, session);
    }
}
