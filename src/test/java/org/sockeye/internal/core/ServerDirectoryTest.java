package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConfigurationException;

class ServerDirectoryTest {

    private final ClassLoader one = new URLClassLoader(new URL[0]);
    private final ClassLoader other = new URLClassLoader(new URL[0]);

    @AfterEach
    void forget() {
        ServerDirectory.forget(one);
        ServerDirectory.forget(other);
    }

    @Test
    void who_asks_for_the_same_finds_the_same() {
        ManagedServer server = ServerDirectory.of(one).server("");
        assertThat(ServerDirectory.of(one).server("")).isSameAs(server);
        assertThat(ServerDirectory.of(one).server("second")).isNotSameAs(server);
        assertThat(ServerDirectory.of(other).server("")).isNotSameAs(server);
        assertThat(ServerDirectory.of(one).servers()).hasSize(2);
        assertThat(ServerDirectory.of(one).server("second").name()).isEqualTo("second");
    }

    @Test
    void the_beans_are_those_of_one_application() {
        ApplicationEvents beans = new RecordingEvents();
        assertThat(ServerDirectory.of(one).events()).isSameAs(ApplicationEvents.NONE);
        ServerDirectory.of(one).events(beans);
        assertThat(ServerDirectory.of(one).events()).isSameAs(beans);
        assertThat(ServerDirectory.of(other).events()).isSameAs(ApplicationEvents.NONE);
    }

    @Test
    void forgetting_closes_the_servers_and_lets_go_of_them() {
        AtomicInteger closed = new AtomicInteger();
        ManagedServer server = ServerDirectory.of(one).server("");
        server.onClose(closed::incrementAndGet);
        ServerDirectory.forget(one);
        ServerDirectory.forget(one);
        assertThat(closed).hasValue(1);
        assertThat(ServerDirectory.of(one).server("")).isNotSameAs(server);
    }

    @Nested
    class Once_the_servers_are_declared {

        private final ServerDirectory directory = ServerDirectory.of(one);

        @Test
        void the_only_one_is_the_one_that_was_asked_for_before() {
            ManagedServer early = directory.server("");
            directory.declare(List.of("chat"), "chat");
            assertThat(directory.servers()).containsExactly(early);
            assertThat(directory.server("")).isSameAs(early);
            assertThat(directory.server("chat")).isSameAs(early);
            assertThat(early.name()).isEqualTo("chat");
            assertThat(early.isDefault()).isTrue();
        }

        @Test
        void the_default_one_and_others_are_those_that_were_asked_for_before() {
            ManagedServer standard = directory.server("");
            ManagedServer admin = directory.server("admin");
            directory.declare(List.of("admin", "chat", "game"), "chat");
            assertThat(directory.server("chat")).isSameAs(standard);
            assertThat(directory.server("admin")).isSameAs(admin);
            assertThat(directory.servers()).extracting(ManagedServer::name).containsExactly("admin", "chat", "game");
            assertThat(directory.servers()).filteredOn(ManagedServer::isDefault).containsExactly(standard);
            directory.checkRequired();
        }

        @Test
        void none_may_have_been_asked_for_in_two_ways() {
            directory.server("");
            directory.server("chat");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> directory.declare(List.of("chat"), "chat"))
                    .withMessageContaining("\"chat\"")
                    .withMessageContaining("as the default server");
        }

        @Test
        void there_is_none_of_another_name() {
            directory.declare(List.of("admin", "chat"), "chat");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> directory.server("game"))
                    .withMessageContaining("no Socket.IO server \"game\"")
                    .withMessageContaining("admin, chat");
        }

        @Test
        void there_may_be_no_default() {
            directory.declare(List.of("admin", "chat"), null);
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> directory.server(""))
                    .withMessageContaining("several Socket.IO servers (admin, chat)")
                    .withMessageContaining("\"defaultServer\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "game"})
        void one_that_is_needed_and_missing_is_named_with_who_needs_it(String name) {
            directory.require("chat", "somebody else");
            directory.require(name, "the field Score.io");
            directory.declare(List.of("admin", "chat"), null);
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(directory::checkRequired)
                    .withMessageContaining(name.isEmpty() ? "none is the default" : "\"game\"")
                    .withMessageEndingWith("It is needed by the field Score.io");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "game"})
        void one_that_was_asked_for_before_and_is_missing_is_named(String name) {
            directory.server(name);
            directory.declare(List.of("admin", "chat"), null);
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(directory::checkRequired)
                    .withMessageContaining(name.isEmpty() ? "none is the default" : "\"game\"")
                    .withMessageContaining("a bean that was made before");
        }
    }

    @Test
    void a_server_takes_registrations_before_it_starts_and_has_no_settings_yet() {
        ManagedServer server = ServerDirectory.of(one).server("");
        server.use(candidate -> {}).onConnection(socket -> {});
        assertThat(server.of("chat")).isSameAs(server.of("/chat"));
        assertThat(server.of("chat").server()).isSameAs(server);
        server.to("room").emit("to nobody", new Object());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(server::config);
        assertThat(server.clientsCount()).isZero();
    }
}
