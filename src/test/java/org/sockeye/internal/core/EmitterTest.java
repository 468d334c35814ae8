package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sockeye.AckTimeoutException;
import org.sockeye.Dispatch;
import org.sockeye.Emitter;
import org.sockeye.Reply;
import org.sockeye.features.Covers;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.spi.Flags;

/** What a socket sends otherwise than by its own {@code emit}. */
class EmitterTest extends CoreSuite {

    private static final Duration SERVERS_DEADLINE = Duration.ofSeconds(60);
    private static final Duration OWN_DEADLINE = Duration.ofSeconds(2);

    EmitterTest() {
        super(Dispatch.EXECUTOR);
    }

    @Test
    @Covers({"Socket.compress", "Socket.volatile"})
    void says_with_each_event_how_it_is_to_be_sent() throws InterruptedException {
        Peer peer = connect();
        peer.socket().emit("plain");
        peer.socket().asVolatile().emit("position", 1);
        peer.socket().compress(false).emit("secret");
        peer.socket().timeout(OWN_DEADLINE).compress(false).asVolatile().emit("both");
        assertThat(peer.client().heard())
                .containsExactly("2[\"plain\"]", "2[\"position\",1]", "2[\"secret\"]", "2[\"both\"]");
        assertThat(peer.client().sent())
                .extracting(Outgoing::flags)
                .containsExactly(Flags.NONE, new Flags(true, true), new Flags(false, false), new Flags(true, false));
    }

    @Test
    void is_not_changed_by_what_is_made_of_it() throws InterruptedException {
        Peer peer = connect();
        Emitter plain = peer.socket().timeout(OWN_DEADLINE);
        plain.asVolatile().compress(false).timeout(SERVERS_DEADLINE);
        plain.emit("plain");
        assertThat(peer.client().sent()).extracting(Outgoing::flags).containsExactly(Flags.NONE);
    }

    @Test
    void keeps_its_deadline_and_its_flags_whichever_was_said_first() throws InterruptedException {
        Peer peer = connect();
        CompletableFuture<Reply> one = peer.socket()
                .asVolatile()
                .timeout(OWN_DEADLINE)
                .emitWithAck("ask")
                .toCompletableFuture();
        CompletableFuture<Reply> other = peer.socket()
                .timeout(OWN_DEADLINE)
                .asVolatile()
                .emitWithAck("ask")
                .toCompletableFuture();
        CompletableFuture<Reply> patient =
                peer.socket().asVolatile().emitWithAck("ask").toCompletableFuture();
        assertThat(peer.client().sent()).extracting(Outgoing::flags).containsOnly(new Flags(true, true));
        timer.advance(OWN_DEADLINE);
        settle();
        assertThatThrownBy(one::join).hasCauseInstanceOf(AckTimeoutException.class);
        assertThatThrownBy(other::join).hasCauseInstanceOf(AckTimeoutException.class);
        assertThat(patient).isNotDone();
        timer.advance(SERVERS_DEADLINE.minus(OWN_DEADLINE));
        settle();
        assertThatThrownBy(patient::join).hasCauseInstanceOf(AckTimeoutException.class);
    }

    @Test
    void has_a_deadline_that_is_positive() throws InterruptedException {
        Emitter emitter = connect().socket().asVolatile();
        assertThatThrownBy(() -> emitter.timeout(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> emitter.timeout(OWN_DEADLINE.negated())).isInstanceOf(IllegalArgumentException.class);
    }
}
