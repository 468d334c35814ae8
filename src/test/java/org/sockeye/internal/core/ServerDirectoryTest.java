package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
