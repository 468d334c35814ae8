package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.harness.CapturedLog;
import org.sockeye.internal.engine.CloseReason;

/** Clients that are in no namespace yet, of which there may be three. */
class NewcomersTest extends CoreSuite {

    NewcomersTest() {
        super(Dispatch.EXECUTOR);
    }

    @BeforeEach
    void three_at_most() {
        start("maxUnconnectedSessions", "3");
    }

    private List<FakeConnection> open(int count) {
        List<FakeConnection> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(open());
        }
        return opened;
    }

    @Test
    void as_many_as_may_be_stay() {
        assertThat(open(3)).allMatch(FakeConnection::isOpen);
        assertThat(server.clientsCount()).isEqualTo(3);
    }

    @Test
    void the_first_gives_way_to_one_more_and_nothing_of_it_is_left() {
        List<FakeConnection> opened = open(5);
        assertThat(opened).extracting(FakeConnection::isOpen).containsExactly(false, false, true, true, true);
        assertThat(server.clientsCount()).isEqualTo(3);
        assertThat(timer.pending()).isEqualTo(3);
    }

    @Test
    void one_that_connects_does_not_count_any_more() throws InterruptedException {
        FakeConnection connected = open().says("0");
        settle();
        assertThat(open(3)).allMatch(FakeConnection::isOpen);
        assertThat(connected.isOpen()).isTrue();
    }

    @Test
    void one_that_goes_does_not_count_any_more() {
        open().breaks(CloseReason.TRANSPORT_CLOSE);
        FakeConnection refused = open().says("2[\"too early\"]");
        assertThat(refused.isOpen()).isFalse();
        assertThat(open(3)).allMatch(FakeConnection::isOpen);
    }

    @Test
    void one_that_waits_for_a_middleware_counts_and_is_not_connected_after_it_gave_way() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.use(socket -> {
            asked.countDown();
            await(go);
        });
        FakeConnection candidate = open().says("0");
        await(asked);
        open(3);
        assertThat(candidate.isOpen()).isFalse();
        go.countDown();
        settle();
        assertThat(server.of("/").sockets()).isEmpty();
        assertThat(server.of("/").rooms().count()).isZero();
    }

    @Test
    void a_flood_of_them_keeps_nobody_from_connecting_who_does_so_at_once() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            open(2);
            FakeConnection honest = open().says("0");
            settle();
            assertThat(honest.heard()).singleElement().asString().startsWith("0{");
        }
        assertThat(server.of("/").sockets()).hasSize(100);
        assertThat(server.clientsCount()).isEqualTo(102);
        timer.advance(Duration.ofSeconds(45));
        assertThat(server.clientsCount()).isEqualTo(100);
    }

    @Test
    void the_first_time_is_a_warning_that_names_the_setting() {
        try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
            open(20);
            assertThat(log.text(Level.WARNING)).containsOnlyOnce("setting maxUnconnectedSessions");
        }
    }
}
