package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Dispatch;
import org.sockeye.Socket;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.engine.CloseReason;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/** Who is let back in, what is kept for how long, and who is told of it. */
class RecoveryRulesTest extends RecoverySuite {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    RecoveryRulesTest() {
        super(Dispatch.EXECUTOR);
    }

    private void logExpired() {
        server.of("/")
                .onRecoveryExpired(
                        session -> log.add(session.id() + " " + session.data().get("name", String.class) + " "
                                + session.rooms().size()));
    }

    @Test
    void without_the_setting_there_is_no_secret_and_no_offset() throws InterruptedException {
        FakeConnection client = open().says("0{\"pid\":\"AAAAAAAAAAAAAAAAAAAA\",\"offset\":\"x\"}");
        settle();
        server.emit("a");
        last().emit("b");
        assertThat(heard(client)).containsExactly("0{\"sid\":\"" + last().id() + "\"}", "2[\"a\"]", "2[\"b\"]");
        client.breaks(CloseReason.TRANSPORT_CLOSE);
        settle();
        assertThat(timer.pending()).isZero();
    }

    @Test
    void data_comes_back_and_what_a_disconnect_listener_notes_of_it_too() throws InterruptedException {
        startRecovering();
        Guest guest = arrive();
        Socket socket = last();
        socket.data().put("name", "Ada");
        socket.onDisconnect((reason, description) -> socket.data().put("seen", "now"));
        lose(guest);
        claim(guest, null);
        assertThat(last().data().get("name", String.class)).isEqualTo("Ada");
        assertThat(last().data().get("seen", String.class)).isEqualTo("now");
    }

    @Test
    void middleware_is_not_asked_again() throws InterruptedException {
        startRecovering();
        server.use(candidate -> log.add("asked"));
        Guest guest = arrive();
        lose(guest);
        claim(guest, null);
        assertThat(log).containsExactly("asked");
        assertThat(last().recovered()).isTrue();
    }

    @Test
    void middleware_is_asked_again_if_that_is_wanted_and_sees_the_rooms_and_nothing_is_lost_meanwhile()
            throws InterruptedException {
        startRecovering("skipMiddlewares", "false");
        server.use(candidate -> {
            log.add("asked " + candidate.recovered() + candidate.rooms().contains("room"));
            server.emit("meanwhile");
        });
        Guest guest = arrive();
        last().join("room");
        lose(guest);
        server.emit("1");
        assertThat(events(claim(guest, null))).containsExactly("2[\"1\"]", "2[\"meanwhile\"]", welcome(guest));
        assertThat(log).containsExactly("asked falsefalse", "asked truetrue");
    }

    @Test
    void one_that_middleware_refuses_has_lost_its_session() throws InterruptedException {
        startRecovering("skipMiddlewares", "false");
        logExpired();
        Guest guest = arrive();
        lose(guest);
        server.use(candidate -> {
            throw new ConnectionRefusedException("no");
        });
        assertThat(heard(claim(guest, null))).containsExactly("4{\"message\":\"no\"}");
        assertThat(log).containsExactly(guest.sid() + " null 1");
        assertThat(heard(claim(guest, null))).containsExactly("4{\"message\":\"no\"}");
        assertThat(log).hasSize(1);
    }

    @Test
    void one_that_goes_away_before_it_is_connected_can_come_back() throws InterruptedException {
        startRecovering("skipMiddlewares", "false");
        Guest guest = arrive();
        lose(guest);
        server.emit("1");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch decided = new CountDownLatch(1);
        server.use(candidate -> {
            asked.countDown();
            await(decided);
        });
        FakeConnection first = open().says("0{\"pid\":\"" + guest.pid() + "\"}");
        await(asked);
        first.breaks(CloseReason.TRANSPORT_CLOSE);
        decided.countDown();
        settle();
        assertThat(events(claim(guest, null))).containsExactly("2[\"1\"]", welcome(guest));
    }

    @Test
    void the_end_of_the_old_socket_is_told_before_the_new_one() throws InterruptedException {
        startRecovering();
        Guest guest = arrive();
        CountDownLatch release = new CountDownLatch(1);
        last().on("slow", event -> await(release));
        last().onDisconnect((reason, description) -> log.add("gone: " + reason + ", " + description));
        server.onConnection(socket -> log.add("back"));
        guest.client().says("2[\"slow\"]");
        FakeConnection back = open().says("0{\"pid\":\"" + guest.pid() + "\"}");
        assertThat(back.heard()).isEmpty();
        release.countDown();
        assertThat(heard(back)).containsExactly(welcome(guest));
        assertThat(log).containsExactly("gone: transport close, the client is back on another connection", "back");
    }

    @Test
    void a_session_expires_and_its_end_is_told_once() throws InterruptedException {
        startRecovering("maxDisconnectionDuration", "PT1M");
        logExpired();
        Guest guest = arrive();
        last().data().put("name", "Ada");
        last().join("room");
        lose(guest);
        timer.advance(Duration.ofSeconds(59));
        settle();
        assertThat(log).isEmpty();
        timer.advance(Duration.ofSeconds(1));
        settle();
        assertThat(log).containsExactly(guest.sid() + " Ada 2");
        assertBeginsAnew(claim(guest, null), guest);
        assertThat(log).hasSize(1);
    }

    @Test
    void one_that_comes_back_in_time_does_not_expire() throws InterruptedException {
        startRecovering("maxDisconnectionDuration", "PT1M");
        logExpired();
        Guest guest = arrive();
        lose(guest);
        timer.advance(Duration.ofSeconds(59));
        assertThat(heard(claim(guest, null))).containsExactly(welcome(guest));
        timer.advance(Duration.ofMinutes(5));
        settle();
        assertThat(log).isEmpty();
    }

    @Test
    void only_so_many_wait() throws InterruptedException {
        startRecovering("maxRecoverableSessions", "1");
        logExpired();
        Guest first = arrive();
        Guest second = arrive();
        lose(first);
        lose(second);
        assertThat(log).containsExactly(first.sid() + " null 1");
        assertBeginsAnew(claim(first, null), first);
        assertThat(heard(claim(second, null))).containsExactly(welcome(second));
    }

    @Test
    void only_so_many_events_are_kept_and_who_has_missed_one_that_is_gone_begins_anew() throws InterruptedException {
        startRecovering("maxRecoveryPackets", "2");
        Guest little = arrive();
        Guest much = arrive();
        server.emit("1");
        String offset = lastOffset(little);
        lose(little);
        server.emit("2");
        server.emit("3");
        lose(much);
        assertThat(events(claim(little, offset))).containsExactly("2[\"2\"]", "2[\"3\"]", welcome(little));
        assertBeginsAnew(claim(much, null), much);
    }

    @Test
    void only_so_many_bytes_are_kept() throws InterruptedException {
        startRecovering("maxRecoveryBytes", "2000");
        Guest guest = arrive();
        lose(guest);
        server.emit("x".repeat(1500));
        server.emit("x".repeat(1500));
        assertBeginsAnew(claim(guest, null), guest);
    }

    @Test
    void who_has_missed_more_than_may_wait_for_a_client_begins_anew() throws InterruptedException {
        startRecovering("maxOutboxPackets", "3", "maxOutboxBytes", "1000");
        logExpired();
        Guest guest = arrive();
        lose(guest);
        server.emit("1");
        server.emit("2");
        Guest back = new Guest(claim(guest, null), guest.sid(), guest.pid());
        assertThat(events(back.client())).containsExactly("2[\"1\"]", "2[\"2\"]", welcome(guest));
        lose(back);
        server.emit("3");
        assertBeginsAnew(claim(guest, null), guest);
        assertThat(log).containsExactly(guest.sid() + " null 1");
        Guest large = arrive();
        lose(large);
        server.emit("x".repeat(1000));
        assertBeginsAnew(claim(large, null), large);
    }

    @Test
    void old_clients_are_sent_no_offset_and_have_no_secret() throws InterruptedException {
        startRecovering("allowEIO3", "true");
        FakeConnection old = openOld();
        settle();
        Guest guest = arrive();
        server.emit("a", 1);
        server.of("/").sockets().forEach(socket -> socket.emit("b"));
        assertThat(heard(old)).containsExactly("0", "2[\"a\",1]", "2[\"b\"]");
        assertThat(events(guest.client())).containsExactly("2[\"a\",1]", "2[\"b\"]");
    }

    @Test
    void an_offset_that_another_server_gave_is_not_for_old_clients_and_listeners_either() throws InterruptedException {
        startRecovering("allowEIO3", "true");
        FakeConnection old = openOld();
        settle();
        Guest guest = arrive();
        List<Integer> counts = new ArrayList<>();
        last().onAnyOutgoing(event -> counts.add(event.count()));
        EventPacket packet = new EventPacket("/", List.of("\"a\"", "1"), List.of(), OptionalLong.empty()).at("7-0");
        server.of("/").rooms().deliver(packet, Selector.everyone(), Flags.NONE);
        assertThat(heard(old)).containsExactly("0", "2[\"a\",1]");
        assertThat(heard(guest.client())).containsExactly("2[\"a\",1,\"7-0\"]");
        assertThat(counts).containsExactly(1);
    }

    @Test
    void the_secret_does_not_get_into_a_log_with_the_handshake() throws InterruptedException {
        startRecovering();
        Guest guest = arrive();
        lose(guest);
        claim(guest, null);
        assertThat(last().recovered()).isTrue();
        assertThat(last().handshake().auth()).containsEntry("pid", guest.pid());
        assertThat(last().handshake().toString()).doesNotContain(guest.pid());
    }

    @Test
    void a_broadcast_is_encoded_once_for_all_that_can_come_back_and_kept_as_it_was() throws InterruptedException {
        startRecovering();
        Guest one = arrive();
        Guest other = arrive();
        Guest gone = arrive();
        lose(gone);
        server.emit("a");
        settle();
        Outgoing sent = one.client().sent().get(0);
        assertThat(other.client().sent().get(0)).isSameAs(sent);
        assertThat(claim(gone, null).sent().get(0)).isSameAs(sent);
    }

    @Test
    void the_secret_is_in_no_log() throws InterruptedException {
        startRecovering("maxDisconnectionDuration", "PT1M");
        Logger logger = Logger.getLogger("org.sockeye");
        logger.setLevel(Level.FINE);
        try (CapturedLog captured = new CapturedLog("org.sockeye")) {
            Guest guest = arrive();
            server.emit("a");
            lose(guest);
            FakeConnection back = claim(guest, null);
            claim(guest, null);
            back.breaks(CloseReason.PING_TIMEOUT);
            claim(guest, "nonsense");
            timer.advance(Duration.ofMinutes(2));
            settle();
            assertThat(captured.text()).contains(guest.sid()).doesNotContain(guest.pid());
        } finally {
            logger.setLevel(null);
        }
    }

    @Test
    void while_many_emit_a_client_that_keeps_losing_its_connection_hears_each_event_once_and_in_order()
            throws Exception {
        startRecovering();
        Guest guest = arrive();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            String name = "t" + t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    server.emit(name, i);
                }
            }));
        }
        threads.forEach(Thread::start);
        List<String> all = new ArrayList<>();
        String offset = null;
        boolean emitting = true;
        while (emitting) {
            emitting = threads.stream().anyMatch(Thread::isAlive);
            guest.client().breaks(CloseReason.TRANSPORT_CLOSE);
            List<String> read = guest.client().heard();
            List<String> events =
                    read.stream().filter(text -> text.startsWith("2")).toList();
            List<String> halfRead = events.subList(0, (events.size() + 1) / 2);
            all.addAll(halfRead);
            offset = halfRead.isEmpty() ? offset : offset(halfRead.get(halfRead.size() - 1));
            guest = new Guest(claim(guest, offset), guest.sid(), guest.pid());
        }
        heard(guest.client()).stream().filter(text -> text.startsWith("2")).forEach(all::add);
        assertThat(all).doesNotHaveDuplicates().hasSize(2000);
        for (int t = 0; t < 4; t++) {
            String start = "2[\"t" + t + "\",";
            assertThat(all.stream().filter(text -> text.startsWith(start)).map(text -> text.split(",", -1)[1]))
                    .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
        }
    }
}
