package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.PayloadException;
import org.sockeye.internal.engine.CloseReason;

class ApplicationEventsTest {

    /** Catches the lines that the core logs. */
    private static final class Lines extends Handler {
        final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord record) {
            lines.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            lines.clear();
        }

        List<String> with(String part) {
            return lines.stream().filter(line -> line.contains(part)).toList();
        }
    }

    abstract static class Suite extends CoreSuite {

        private static final Logger LOGGER = Logger.getLogger("org.sockeye.core");
        final Lines lines = new Lines();
        final RecordingEvents beans = new RecordingEvents();
        private @Nullable Level before; // confined to the test's thread

        Suite() {
            super(Dispatch.CONTAINER);
        }

        @BeforeEach
        void listen() {
            before = LOGGER.getLevel();
            LOGGER.setLevel(Level.FINE);
            LOGGER.addHandler(lines);
            LOGGER.setUseParentHandlers(false);
        }

        @AfterEach
        void stopListening() {
            LOGGER.setLevel(before);
            LOGGER.removeHandler(lines);
            LOGGER.setUseParentHandlers(true);
        }
    }

    @Nested
    class With_beans extends Suite {

        @Override
        ApplicationEvents events() {
            return beans;
        }

        @Test
        void they_are_told_before_the_listeners_within_one_request_context() throws InterruptedException {
            server.use(candidate -> beans.log.add("middleware"));
            server.onConnection(socket -> {
                beans.log.add("listener connected");
                socket.on("a", event -> beans.log.add("listener a"));
                socket.onDisconnect((reason, description) -> beans.log.add("listener " + reason));
            });
            FakeConnection client = open().says("0").says("2[\"a\",\"x\"]");
            client.breaks(CloseReason.PING_TIMEOUT);
            settle();
            assertThat(beans.log)
                    .containsExactly(
                            "checked with plain",
                            "{",
                            "middleware",
                            "connecting false",
                            "connected true",
                            "listener connected",
                            "}",
                            "{",
                            "received ax",
                            "listener a",
                            "}",
                            "{",
                            "disconnecting ping timeout1",
                            "disconnected ping timeout[]",
                            "listener ping timeout",
                            "}");
        }

        @Test
        void listeners_that_come_too_late_and_those_of_a_session_have_a_request_context_too()
                throws InterruptedException {
            Peer peer = connect();
            peer.socket().conn().onPacket(packet -> beans.log.add("packet"));
            peer.socket().conn().onClose((reason, description) -> beans.log.add("session closed"));
            beans.log.clear();
            peer.says("2[\"x\"]");
            peer.client().breaks(CloseReason.PING_TIMEOUT);
            settle();
            peer.socket().onDisconnect((reason, description) -> beans.log.add("late"));
            settle();
            assertThat(beans.log)
                    .containsSubsequence("{", "packet", "}")
                    .containsSubsequence("{", "session closed", "}")
                    .endsWith("{", "late", "}");
        }

        @Test
        void nobody_is_warned() {
            start();
            assertThat(lines.with("Nobody")).isEmpty();
        }

        @Test
        void a_payload_that_does_not_fit_is_warned_of_once_for_each_event_however_many_clients_send_it()
                throws InterruptedException {
            for (String namespace : List.of("/", "/other")) {
                Peer peer = connect(namespace);
                peer.socket().on("a", int.class, (number, event) -> {});
                for (int i = 0; i < 3; i++) {
                    peer.says(namespace.equals("/") ? "2[\"a\"]" : "2/other,[\"a\"]");
                }
            }
            assertThat(lines.with("no int"))
                    .filteredOn(line -> line.startsWith("WARNING"))
                    .hasSize(2);
            assertThat(lines.with("no int"))
                    .filteredOn(line -> line.startsWith("FINE"))
                    .hasSize(4);
        }

        @Test
        void a_listener_that_cannot_be_registered_for_its_type_is_said_in_one_line() throws InterruptedException {
            server.onConnection(socket -> {
                throw new PayloadException("add org.eclipse:yasson");
            });
            open().says("0");
            settle();
            assertThat(lines.with("yasson"))
                    .containsExactly("SEVERE A connection listener of / threw: add org.eclipse:yasson");
        }

        @Test
        void an_event_that_neither_observes_nor_listens_to_is_noted_once() throws InterruptedException {
            Peer peer = connect();
            peer.socket().on("heard", event -> {});
            peer.says("2[\"observed\"]")
                    .says("2[\"heard\"]")
                    .says("2[\"lost\"]")
                    .says("2[\"lost\"]");
            assertThat(lines.with("reached neither"))
                    .containsExactly("FINE event \"lost\" in namespace / reached neither a listener nor an observer");
        }

        @Test
        void names_of_such_events_are_escaped_cut_and_not_kept_without_bound() throws InterruptedException {
            Peer peer = connect();
            peer.says("2[\"a\\n\\u202e\\\"{0}" + "x".repeat(1_000) + "\"]");
            assertThat(lines.with("reached neither"))
                    .singleElement()
                    .asString()
                    .contains("\"a\\u000a\\u202e\\u0022{0}xxx")
                    .hasSizeLessThan(200);
            IntStream.range(0, 1_000).forEach(n -> peer.says("2[\"lost " + n + "\"]"));
            assertThat(lines.with("reached neither")).hasSize(100);
        }
    }

    @Nested
    class Without_beans extends Suite {

        @Test
        void a_server_that_nobody_listens_to_warns_once_when_it_starts() {
            server.of("/empty");
            start();
            assertThat(lines.with("Nobody"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING")
                    .contains("WEB-INF/beans.xml", "scope annotation", "no listener registered");
        }

        @Test
        void a_listener_or_a_middleware_anywhere_is_enough() {
            server.of("/some").use(candidate -> {});
            start();
            assertThat(lines.with("Nobody")).isEmpty();
        }

        @Test
        void what_goes_on_can_be_seen_at_debug() throws InterruptedException {
            Peer peer = connect();
            peer.says("2[\"a\\u001b\"]").says("3999[]").says("0/\u001b[31m,");
            peer.socket().join("room\n");
            Objects.requireNonNull(peer.client()).breaks(CloseReason.TRANSPORT_CLOSE);
            settle();
            assertThat(lines.with("socket " + peer.socket().id()))
                    .extracting(line -> line.replace(peer.socket().id(), "ID"))
                    .containsExactly(
                            "FINE socket ID joins [\"ID\"]",
                            "FINE socket ID in / is connected",
                            "FINE socket ID sends event \"a\\u001b\"",
                            "FINE socket ID joins [\"room\\u000a\"]",
                            "FINE socket ID in / is disconnected: transport close");
            assertThat(lines.with("a client is gone: transport close")).hasSize(1);
            assertThat(lines.with("an acknowledgement that nobody waits for")).hasSize(1);
            assertThat(lines.with("\"/\\u001b[31m\"")).hasSize(1);
        }
    }
}
