package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sockeye.OutboxPolicy;
import org.sockeye.harness.Collected;
import org.sockeye.internal.protocol.Frame;

/** What a WebSocket adds to the contract. */
class WebSocketTest {

    private final EngineFixture fixture = new EngineFixture();

    private void assertClosed(String reason) {
        assertThat(fixture.events()).containsExactly("closed " + reason);
        assertThat(fixture.server.sessionCount()).isZero();
        assertThat(fixture.timer.pending()).isZero();
    }

    @Nested
    class What_is_sent {

        @Test
        void begins_with_the_open_packet() {
            FakeLink link = FakeLink.immediate();
            fixture.openWebSocket(link);
            assertThat(link.sent)
                    .containsExactly("0{\"sid\":\"" + fixture.session().sid() + "\",\"upgrades\":[],"
                            + "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000}");
        }

        @Test
        void follows_the_open_packet_when_a_session_is_greeted_by_its_listener() {
            FakeLink link = FakeLink.immediate();
            EngineServer greeting = new EngineServer(EngineFixture.SETTINGS, fixture.timer, connection -> {
                connection.send(List.of(Frame.message("welcome")));
                return new RecordingListener(text -> {});
            });
            greeting.prepareWebSocket(EngineFixture.webSocket(null)).open(link);
            assertThat(link.sent).hasSize(2).endsWith("4welcome");
        }

        @Test
        void goes_out_one_by_one_as_sends_complete() {
            FakeLink.Held held = new FakeLink.Held();
            FakeLink link = new FakeLink(held);
            fixture.openWebSocket(link);
            fixture.session().send(List.of(Frame.message("one"), Frame.message("two")));
            assertThat(link.sent).hasSize(1);
            held.completeNext();
            assertThat(link.sent).hasSize(2).endsWith("4one");
            held.completeNext();
            assertThat(link.sent).hasSize(3).endsWith("4two");
            assertThat(fixture.session().isWritable()).isFalse();
            held.completeNext();
            assertThat(held.size()).isZero();
            assertThat(fixture.session().isWritable()).isTrue();
        }

        @Test
        void does_not_deepen_the_stack_when_sends_complete_inside_the_call() {
            EngineFixture large = new EngineFixture(new SettingsBuilder()
                    .outbox(Integer.MAX_VALUE, Integer.MAX_VALUE, OutboxPolicy.CLOSE)
                    .build());
            CountingLink counting = new CountingLink();
            large.openWebSocket(counting);
            large.session().send(Collections.nCopies(100_000, Frame.message("x")));
            assertThat(counting.count).isEqualTo(100_001);
        }
    }

    @Test
    void that_a_container_remembers_for_ever_keeps_no_session_that_has_ended() {
        List<Object> remembered = new ArrayList<>();
        assertThat(Collected.soon(() -> {
                    AtomicReference<Connection> session = new AtomicReference<>();
                    EngineServer server = new EngineServer(EngineFixture.SETTINGS, new ManualTimer(), opened -> {
                        session.set(opened);
                        return new RecordingListener(text -> {});
                    });
                    FakeLink link = FakeLink.immediate();
                    remembered.add(link);
                    remembered.add(server.prepareWebSocket(EngineFixture.webSocket(null))
                            .open(link));
                    Connection opened = Objects.requireNonNull(session.get());
                    opened.closeNow(CloseReason.PING_TIMEOUT);
                    return opened;
                }))
                .isTrue();
        assertThat(remembered).hasSize(2);
    }

    @Nested
    class The_session_ends {

        @Test
        void when_the_WebSocket_is_closed() {
            WebSocketReceiver receiver = fixture.openWebSocket(FakeLink.immediate());
            receiver.closed(1001, "");
            assertClosed("transport close");
        }

        @Test
        void when_the_WebSocket_breaks_and_once_though_it_is_closed_too() {
            WebSocketReceiver receiver = fixture.openWebSocket(FakeLink.immediate());
            receiver.failed(new IOException("reset"));
            receiver.closed(1006, "");
            assertClosed("transport error");
        }

        @Test
        void when_a_send_fails_and_nothing_more_is_sent() {
            FailingLink link = new FailingLink();
            fixture.openWebSocket(link);
            assertClosed("transport error");
            fixture.session().send(List.of(Frame.message("x")));
            assertThat(link.sends).isOne();
        }

        @Test
        void when_a_send_throws() {
            fixture.openWebSocket(new WebSocketLink() {
                @Override
                public void sendText(String text, Consumer<@Nullable Throwable> completion) {
                    throw new IllegalStateException("thrown by the test");
                }

                @Override
                public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {}

                @Override
                public void close(int code, String reason) {
                    throw new IllegalStateException("thrown by the test");
                }
            });
            assertClosed("transport error");
        }
    }

    @Nested
    class The_WebSocket_is_closed {

        @Test
        void with_1000_when_the_session_ends() {
            FakeLink link = FakeLink.immediate();
            fixture.openWebSocket(link).text("abc");
            assertThat(link.closeCode()).isEqualTo(1000);
        }

        @Test
        void with_1001_when_the_server_stops() {
            FakeLink link = FakeLink.immediate();
            fixture.openWebSocket(link);
            fixture.server.close();
            assertThat(link.closeCode()).isEqualTo(1001);
        }

        @Test
        void only_after_the_last_send_has_completed_when_the_close_is_orderly() {
            FakeLink.Held held = new FakeLink.Held();
            FakeLink link = new FakeLink(held);
            fixture.openWebSocket(link);
            fixture.session().send(List.of(Frame.message("last")));
            fixture.session().close();
            held.completeNext();
            assertThat(link.isOpen()).isTrue();
            held.completeNext();
            assertThat(link.sent).endsWith("4last");
            assertThat(link.isOpen()).isFalse();
            assertClosed("forced close");
        }
    }

    @Test
    void base64_in_a_text_frame_is_a_binary_message() {
        fixture.openWebSocket(FakeLink.immediate()).text("bAQIDBA==");
        assertThat(fixture.events()).containsExactly("binary AQIDBA==");
    }

    /** Completes inside the call and remembers only how often. */
    private static final class CountingLink implements WebSocketLink {
        /** Only used by the thread of the test. */
        int count;

        @Override
        public void sendText(String text, Consumer<@Nullable Throwable> completion) {
            count++;
            completion.accept(null);
        }

        @Override
        public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {
            throw new AssertionError();
        }

        @Override
        public void close(int code, String reason) {}
    }

    private static final class FailingLink implements WebSocketLink {
        /** Only used by the thread of the test. */
        int sends;

        @Override
        public void sendText(String text, Consumer<@Nullable Throwable> completion) {
            sends++;
            completion.accept(new IOException("broken pipe: " + Objects.requireNonNull(text)));
        }

        @Override
        public void sendBinary(byte[] data, Consumer<@Nullable Throwable> completion) {
            throw new AssertionError();
        }

        @Override
        public void close(int code, String reason) {}
    }
}
