package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConnectionError;
import org.sockeye.Handshake;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Inbox;
import org.sockeye.harness.RawConnection;
import org.sockeye.harness.Users;

/** Who a client is, on Tomcat with users and roles. */
class PrincipalCheckTest {

    private static final String WEBSOCKET = "EIO=4&transport=websocket";
    private static final String STRANGER = "{\"code\":4,\"message\":\"Forbidden\"}";

    private final Users users =
            new Users().with("alice", "chat", "moderator").with("Alice").with("mallory", "chat");
    private final List<ConnectionError> refusals = new CopyOnWriteArrayList<>();
    private final Inbox<Socket> connected = new Inbox<>();
    private @Nullable EmbeddedTomcat tomcat; // confined to the test's thread

    private EmbeddedTomcat start(String... settings) {
        EmbeddedTomcat.Builder builder = EmbeddedTomcat.builder().context(users).application(this::listen);
        for (int i = 0; i < settings.length; i += 2) {
            builder.setting(settings[i], settings[i + 1]);
        }
        EmbeddedTomcat started = builder.start();
        tomcat = started;
        return started;
    }

    private void listen(SocketIoServer io) {
        io.onConnection(connected::add);
        io.engine().onConnectionError(refusals::add);
    }

    @AfterEach
    void stop() {
        if (tomcat != null) {
            tomcat.close();
        }
    }

    private static EngineClient nobody(EmbeddedTomcat tomcat) {
        return new EngineClient(tomcat.http("/socket.io/"));
    }

    private static EngineClient as(String user, EmbeddedTomcat tomcat) {
        return user.isEmpty() ? nobody(tomcat) : nobody(tomcat).with(Users.login(user));
    }

    private static String upgrade(EmbeddedTomcat tomcat, String sid, String user) {
        try (RawConnection connection = new RawConnection(tomcat.port())) {
            String[] login = user.isEmpty() ? new String[] {"X-Nobody", "1"} : Users.login(user);
            connection.webSocket("/socket.io/?" + WEBSOCKET + "&sid=" + sid, login[0] + ": " + login[1]);
            return connection.head();
        }
    }

    @Nested
    class Of_a_session {

        @ParameterizedTest
        @CsvSource({"alice,mallory", "alice,Alice", "alice,''", "'',mallory"})
        void polls_posts_and_upgrades_are_for_who_began_it(String began, String other) {
            EmbeddedTomcat server = start();
            String sid = as(began, server).connect();
            for (HttpResponse<String> answer :
                    List.of(as(other, server).poll(sid), as(other, server).post(sid, "42[\"stolen\"]"))) {
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).isEqualTo(STRANGER);
            }
            assertThat(upgrade(server, sid, other)).startsWith("HTTP/1.1 403");
            assertThat(refusals)
                    .extracting(error -> error.context().get("name"))
                    .containsOnly("PRINCIPAL_MISMATCH")
                    .hasSize(3);
            assertThat(upgrade(server, sid, began)).startsWith("HTTP/1.1 101");
        }

        @Test
        void what_a_stranger_tries_is_one_warning_that_names_both() {
            EmbeddedTomcat server = start();
            try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
                String sid = as("alice", server).connect();
                as("mallory", server).poll(sid);
                as("mallory", server).poll(sid);
                nobody(server).poll(sid);
                assertThat(log.text(Level.WARNING))
                        .containsOnlyOnce("was refused")
                        .contains("\"alice\"", "\"mallory\"", "principalCheck")
                        .doesNotContain(sid);
            }
        }

        @Test
        void the_application_is_told_whatever_it_is_begun_by() {
            EmbeddedTomcat server = start();
            as("alice", server).webSocket(WEBSOCKET).next();
            String sid = EngineClient.sidOf(
                    as("mallory", server).webSocket(WEBSOCKET).next());
            assertThat(as("alice", server).poll(sid).statusCode()).isEqualTo(403);
            assertThat(refusals).singleElement().satisfies(error -> assertThat(error.context())
                    .containsEntry("principal", "alice")
                    .containsEntry("previousPrincipal", "mallory"));
        }

        @Test
        void with_the_setting_off_whoever_knows_its_id_takes_part() {
            EmbeddedTomcat server = start("principalCheck", "false");
            String sid = as("alice", server).connect();
            assertThat(as("mallory", server).post(sid, "42[\"hello\"]").statusCode())
                    .isEqualTo(200);
            assertThat(upgrade(server, sid, "")).startsWith("HTTP/1.1 101");
        }
    }

    @Nested
    class The_caller {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void and_the_roles_are_those_of_the_handshake(boolean polling) {
            EmbeddedTomcat server = start("roles", "chat, moderator,admin");
            connect(as("alice", server), polling);
            users.with("alice", "admin");
            Handshake handshake = connected.next().handshake();
            assertThat(handshake.principal())
                    .satisfies(alice -> assertThat(alice.getName()).isEqualTo("alice"));
            assertThat(handshake.isUserInRole("chat")).isTrue();
            assertThat(handshake.isUserInRole("moderator")).isTrue();
            assertThat(handshake.isUserInRole("admin")).isFalse();
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void who_has_not_logged_in_is_nobody_and_in_no_role(boolean polling) {
            EmbeddedTomcat server = start("roles", "chat,**");
            connect(nobody(server), polling);
            Handshake handshake = connected.next().handshake();
            assertThat(handshake.principal()).isNull();
            assertThat(handshake.isUserInRole("chat")).isFalse();
            assertThat(handshake.isUserInRole("**")).isFalse();
        }

        @Test
        void is_in_the_role_of_all_who_have_logged_in_where_that_is_asked() {
            EmbeddedTomcat server = start("roles", "**");
            connect(as("Alice", server), true);
            assertThat(connected.next().handshake().isUserInRole("**")).isTrue();
        }

        @Test
        void is_asked_about_no_role_later_and_whoever_wants_to_know_is_told_the_setting() {
            EmbeddedTomcat server = start("roles", "chat");
            connect(as("alice", server), true);
            Handshake handshake = connected.next().handshake();
            assertThatThrownBy(() -> handshake.isUserInRole("Chat"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"Chat\"")
                    .hasMessageContaining("setting \"roles\"");
        }

        private void connect(EngineClient client, boolean polling) {
            if (polling) {
                client.connect();
            } else {
                EngineClient.Link link = client.webSocket(WEBSOCKET);
                link.next();
                link.send("40");
                link.next();
            }
        }
    }
}
