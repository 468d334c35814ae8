package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sockeye.AckTimeoutException;
import org.sockeye.Reply;
import org.sockeye.spi.AnswerPacket;
import org.sockeye.spi.Answers;
import org.sockeye.spi.Flags;
import org.sockeye.spi.JsonCodec;

/**
 * The answers to one question to many: all of them, or those that came until the deadline.
 *
 * <p>It is not known beforehand how many there will be. Each server says how many of its clients it has asked; when all servers have, and as many
 * answers have come as they said, that is all.
 */
final class Gathering implements Answers {

    private static final int UNKNOWN = -1;

    private final JsonCodec json;
    private final Promise<List<Reply>> promise;
    private final Deadline deadline = new Deadline();
    private final Duration patience;
    /** Guarded by this, as is all that follows. */
    private final List<Reply> replies = new ArrayList<>();

    private int servers = UNKNOWN; // guarded by this
    private int heardOf; // guarded by this: how many servers have said how many they ask
    private int expected; // guarded by this
    private boolean over; // guarded by this

    /** The clients of this node that are asked, by namespace. */
    private final List<BroadcastAcks> local = new CopyOnWriteArrayList<>();

    Gathering(Running running, Duration patience) {
        this.json = running.environment().json();
        this.patience = patience;
        this.promise = new Promise<>(running.dispatcher(), this::waitsInVain);
        this.deadline.arm(running.environment().timer().schedule(patience, this::expire));
    }

    /** With the deadline that the flags say, or the setting. */
    static Gathering of(Running running, Flags flags) {
        return new Gathering(
                running, flags.timeout().orElse(running.environment().config().ackTimeout()));
    }

    Duration patience() {
        return patience;
    }

    /** The stage for whoever asked, once everyone has been asked. */
    CompletionStage<List<Reply>> replies() {
        return promise.give();
    }

    /** Which clients of this node are asked, so that none of their own threads waits. */
    void asks(BroadcastAcks acks) {
        local.add(acks);
    }

    /** How many servers are asked. */
    void servers(int count) {
        synchronized (this) {
            servers = count;
        }
        endIfComplete();
    }

    @Override
    public void expect(int answers) {
        synchronized (this) {
            expected += answers;
            heardOf += answers < 0 ? 0 : 1;
        }
        endIfComplete();
    }

    @Override
    public void answer(AnswerPacket answer) {
        synchronized (this) {
            if (over) {
                return;
            }
            replies.add(ReceivedArguments.of(json, answer));
        }
        endIfComplete();
    }

    private void endIfComplete() {
        List<Reply> all;
        synchronized (this) {
            if (over || heardOf != servers || replies.size() < expected) {
                return;
            }
            over = true;
            all = List.copyOf(replies);
        }
        deadline.disarm();
        promise.keep(all);
    }

    private void expire() {
        AckTimeoutException late;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            late = new AckTimeoutException(
                    replies.size() + " of " + expected + " acknowledgements within " + patience.toMillis() + " ms",
                    replies);
        }
        promise.fail(late);
    }

    private boolean waitsInVain() {
        return local.stream().anyMatch(BroadcastAcks::isAwaitedFromThisThread);
    }
}
