package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.sockeye.AckTimeoutException;
import org.sockeye.DisconnectedException;
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
final class Gathering<T> implements Answers {

    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final JsonCodec json;
    private final Function<List<Reply>, T> outcome;
    private final Promise<T> promise;
    private final Deadline deadline = new Deadline();
    private final Duration patience;
    private final Questions questions;
    /** Guarded by this, as is all that follows. */
    private final List<Reply> replies = new ArrayList<>();

    private int servers = UNKNOWN; // guarded by this
    private int heardOf; // guarded by this: how many servers have said how many they ask
    private int expected; // guarded by this
    private boolean over; // guarded by this

    /** The clients of this node that are asked, by namespace. */
    private final List<BroadcastAcks> local = new CopyOnWriteArrayList<>();

    /** The outcome is made of all replies; if it cannot be made, because nobody is there, it says so by its {@link DisconnectedException}. */
    private Gathering(Running running, Duration patience, Function<List<Reply>, T> outcome) {
        this.outcome = outcome;
        this.json = running.environment().json();
        this.patience = patience;
        this.questions = running.questions();
        this.promise = new Promise<>(running.dispatcher(), this::waitsInVain);
        this.deadline.arm(running.environment().timer().schedule(patience, this::expire));
    }

    /** With the deadline that the flags say, or the setting. */
    static Gathering<List<Reply>> of(Running running, Flags flags) {
        return of(running, flags, replies -> replies);
    }

    /** As above, with an outcome that is made of the replies. */
    static <T> Gathering<T> of(Running running, Flags flags, Function<List<Reply>, T> outcome) {
        Duration patience =
                flags.timeout().orElse(running.environment().config().ackTimeout());
        Gathering<T> gathering = new Gathering<>(running, patience, outcome);
        running.questions().add(gathering);
        return gathering;
    }

    Duration patience() {
        return patience;
    }

    /** The stage for whoever asked, once everyone has been asked. */
    CompletionStage<T> outcome() {
        return promise.give();
    }

    /** Which clients of this node are asked, so that none of their own threads waits. */
    void asks(BroadcastAcks acks) {
        local.add(acks);
    }

    /** How many servers are asked. Until that is said, the answers are not complete. */
    void servers(int count) {
        synchronized (this) {
            servers = count;
        }
        endIfComplete();
    }

    /** As above, once it is known. If it cannot be found out, nobody knows when all have answered: that is as if somebody did not. */
    void servers(CompletionStage<Integer> counted) {
        counted.whenComplete((count, failure) -> {
            if (failure == null) {
                servers(count);
            } else {
                CoreLog.warn("It is not known how many servers there are: " + CoreLog.printable(failure));
            }
        });
    }

    /** Not everyone could be asked. */
    void fail(Throwable failure) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        end();
        promise.fail(failure);
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
            if (over || heardOf < servers || replies.size() < expected) {
                return;
            }
            over = true;
            all = List.copyOf(replies);
        }
        end();
        try {
            promise.keep(outcome.apply(all));
        } catch (DisconnectedException nobody) {
            promise.fail(nobody);
        }
    }

    private void expire() {
        AckTimeoutException late;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            late = new AckTimeoutException(
                    replies.size() + " of " + expected + " acknowledgements within " + Deadline.inWords(patience),
                    replies);
        }
        end();
        promise.fail(late);
    }

    private void end() {
        deadline.disarm();
        questions.remove(this);
    }

    private boolean waitsInVain() {
        return local.stream().anyMatch(BroadcastAcks::isAwaitedFromThisThread);
    }
}
