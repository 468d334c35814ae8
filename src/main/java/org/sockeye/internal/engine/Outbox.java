package org.sockeye.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.Frame;

/**
 * What waits for the client, and the only writer of its session.
 *
 * <p>Every thread may add messages, and whatever could make a write possible (a message, a GET, a completed write, an upgrade)
 * signals by {@link #drain()}. The first who signals drains; the others only raise the counter, and the one who drains goes round
 * again until nobody raised it meanwhile. So the carrier is called by one thread at a time without a lock being held, and a
 * write that completes inside the call that started it makes the loop go round and the stack no deeper.
 *
 * <p>Messages are added and dropped whole; they are taken frame by frame, and one of which a frame was taken is not dropped any more.
 */
final class Outbox {

    /** What became of a message. */
    enum Outcome {
        /** It waits, or is not wanted any more as the session ends. */
        TAKEN,
        /** It was volatile, and could not be written at once, or there was no room. */
        DROPPED,
        TOO_MANY_BYTES,
        TOO_MANY_PACKETS
    }

    /**
     * Frames that go into one answer.
     *
     * @param compress whether all of them may be compressed
     */
    record Batch(List<Frame> frames, boolean compress) {}

    private final OutboxLimits limits;
    private final Runnable onEnded;

    private final Rounds rounds = new Rounds(this::pump);

    /** Guarded by itself, as are the next six. */
    private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();

    /** How many frames of the first message were taken. Guarded by what waits. */
    private int position;

    /** Guarded by what waits. */
    private long bytes;

    /** Guarded by what waits. */
    private int packets;

    /** How many messages may be dropped to make room. Guarded by what waits. */
    private int volatiles;

    /** Guarded by what waits. */
    private boolean ending;

    /** Guarded by what waits. */
    private boolean closed;

    /** Written under what waits, by the first message that did not fit; read by whoever is to close the session for it. */
    private volatile @Nullable Outcome overrun;

    /** Written by the thread that won the upgrade, and read by whoever drains. */
    private volatile Carrier carrier;

    /** Who looks on; written by the layer above, at any time. */
    private volatile Watching watching = Watching.NOBODY;

    /** The task runs when an outbox that ends has been written; it must not block. */
    Outbox(OutboxLimits limits, Carrier carrier, Runnable onEnded) {
        this.limits = limits;
        this.carrier = carrier;
        this.onEnded = onEnded;
    }

    /**
     * Adds a message, all of it or nothing. Of a message that does not fit the reason is answered, unless it is volatile; from then on none is taken,
     * so that nothing follows a gap.
     */
    Outcome offer(Outgoing message) {
        boolean mayBeLost = message.flags().isVolatile();
        synchronized (waiting) {
            if (ending || closed || overrun != null || message.frames().isEmpty()) {
                return Outcome.TAKEN;
            }
            if (mayBeLost && !limits.letVolatileWait() && !(waiting.isEmpty() && carrier.isReady())) {
                return Outcome.DROPPED;
            }
            makeRoom(message);
            Outcome outcome = fit(message);
            if (outcome == Outcome.TAKEN) {
                add(message);
            }
            if (outcome != Outcome.TAKEN && !mayBeLost) {
                overrun = outcome;
            }
            return outcome != Outcome.TAKEN && mayBeLost ? Outcome.DROPPED : outcome;
        }
    }

    /** Why the first message that was not taken did not fit; {@code null} while all did. */
    @Nullable
    Outcome overrun() {
        return overrun;
    }

    private Outcome fit(Outgoing message) {
        if (packets + message.frames().size() > limits.packets()) {
            return Outcome.TOO_MANY_PACKETS;
        }
        return bytes + message.size() > limits.bytes() ? Outcome.TOO_MANY_BYTES : Outcome.TAKEN;
    }

    /** Drops volatile messages, the oldest first, until this one fits or none is left. */
    private void makeRoom(Outgoing message) {
        if (volatiles == 0 || fit(message) == Outcome.TAKEN) {
            return;
        }
        Iterator<Outgoing> oldest = waiting.iterator();
        if (position > 0) {
            oldest.next();
        }
        while (oldest.hasNext() && volatiles > 0 && fit(message) != Outcome.TAKEN) {
            Outgoing next = oldest.next();
            if (next.flags().isVolatile()) {
                oldest.remove();
                forget(next);
            }
        }
    }

    private void add(Outgoing message) {
        waiting.add(message);
        watching.queued(message);
        bytes += message.size();
        packets += message.frames().size();
        volatiles += message.flags().isVolatile() ? 1 : 0;
    }

    private void forget(Outgoing message) {
        bytes -= message.size();
        packets -= message.frames().size();
        volatiles--;
    }

    /** Takes nothing more; once all is written the task given at construction runs. */
    void end() {
        synchronized (waiting) {
            ending = true;
        }
        drain();
    }

    /** Forgets what waits and takes nothing more. */
    void close() {
        synchronized (waiting) {
            closed = true;
            ending = false;
            bytes = 0;
            packets = 0;
            volatiles = 0;
            position = 0;
            waiting.clear();
        }
    }

    /** From now on what waits goes to another carrier. */
    void switchTo(Carrier next) {
        carrier = next;
        drain();
    }

    /** From now on somebody is told of each message that is added, and whenever all that waited was handed to the carrier. */
    void watch(Watching who) {
        watching = who;
    }

    Carrier carrier() {
        return carrier;
    }

    boolean isEmpty() {
        synchronized (waiting) {
            return waiting.isEmpty();
        }
    }

    /** How many bytes wait. */
    long bytes() {
        synchronized (waiting) {
            return bytes;
        }
    }

    private boolean isEnding() {
        synchronized (waiting) {
            return ending;
        }
    }

    /** The first frame, or {@code null}. For carriers. */
    @Nullable
    Frame take() {
        synchronized (waiting) {
            Outgoing first = waiting.peek();
            return first == null ? null : takeFrom(first);
        }
    }

    /** The first frames up to a limit, and the first one whatever its size. For carriers. */
    Batch take(int limit, ToIntFunction<Frame> sizeOnWire) {
        List<Frame> taken = new ArrayList<>();
        boolean compress = true;
        synchronized (waiting) {
            long size = 0;
            Outgoing first;
            while ((first = waiting.peek()) != null) {
                size += sizeOnWire.applyAsInt(first.frames().get(position));
                if (size > limit && !taken.isEmpty()) {
                    break;
                }
                compress &= first.flags().compress();
                taken.add(takeFrom(first));
            }
        }
        return new Batch(taken, compress);
    }

    private Frame takeFrom(Outgoing first) {
        if (position == 0 && first.flags().isVolatile()) {
            volatiles--;
        }
        Frame frame = first.frames().get(position++);
        bytes -= frame.size();
        packets--;
        if (position == first.frames().size()) {
            waiting.remove();
            position = 0;
        }
        return frame;
    }

    /** Writes what can be written now, on this thread or on one that is writing already. */
    void drain() {
        rounds.signal();
    }

    /** Asks for the end first: frames that come while the carrier finds nothing, and then the end, have a round of their own. */
    private void pump() {
        boolean ending = isEnding();
        boolean waits = !isEmpty();
        if (carrier.pump(this, ending) && ending) {
            onEnded.run();
        }
        if (waits && isEmpty()) {
            watching.drained();
        }
    }
}
