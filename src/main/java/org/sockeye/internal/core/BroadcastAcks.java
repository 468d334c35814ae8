package org.sockeye.internal.core;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.sockeye.internal.engine.Timer;
import org.sockeye.spi.Answers;

/**
 * The clients of this node that owe an answer to one broadcast. Each leaves the set once, by its answer, its going or the deadline, so
 * that nothing is kept of who cannot answer any more.
 */
final class BroadcastAcks {

    private final long id;
    private final Answers answers;
    private final Set<CoreSocket> waiting = ConcurrentHashMap.newKeySet();
    private final Deadline deadline = new Deadline();
    /** How many keep the deadline: those that wait, and, until everyone is in, whoever puts them in. */
    private final AtomicInteger keepers = new AtomicInteger(1);

    BroadcastAcks(long id, Answers answers) {
        this.id = id;
        this.answers = answers;
    }

    /** Waits for a socket, which is then to be told; answers false when it has gone. */
    boolean expect(CoreSocket socket) {
        waiting.add(socket);
        keepers.incrementAndGet();
        boolean expected = socket.acks().expect(id, new Place(socket));
        if (!expected) {
            leave(socket);
        }
        return expected;
    }

    /** Everyone is in who is to be told. */
    void arm(Timer timer, Duration patience) {
        deadline.arm(timer.schedule(patience, this::expire));
        release();
    }

    /** Whether the current thread is the one that would read an answer that is missing. */
    boolean isAwaitedFromThisThread() {
        return waiting.stream().anyMatch(CoreSocket::isReadByThisThread);
    }

    private void expire() {
        waiting.forEach(socket -> socket.acks().forget(id));
        waiting.clear();
    }

    private void leave(CoreSocket socket) {
        if (waiting.remove(socket)) {
            release();
        }
    }

    private void release() {
        if (keepers.decrementAndGet() == 0) {
            deadline.disarm();
        }
    }

    /** The place of one client. */
    private final class Place implements PendingAcks.Waiter {
        private final CoreSocket socket;

        Place(CoreSocket socket) {
            this.socket = socket;
        }

        @Override
        public void answered(ReceivedArguments reply) {
            gone();
            answers.answer(reply.toAnswer());
        }

        @Override
        public void gone() {
            leave(socket);
        }
    }
}
