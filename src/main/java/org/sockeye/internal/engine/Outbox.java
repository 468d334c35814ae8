package org.sockeye.internal.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.protocol.Frame;

/**
 * What waits for the client, and the only writer of its session.
 *
 * <p>Every thread may add frames, and whatever could make a write possible (a frame, a GET, a completed write, an upgrade)
 * signals by {@link #drain()}. The first who signals drains; the others only raise the counter, and the one who drains goes round
 * again until nobody raised it meanwhile. So the carrier is called by one thread at a time without a lock being held, and a
 * write that completes inside the call that started it makes the loop go round and the stack no deeper.
 */
final class Outbox {

    private final int maxBytes;
    private final int maxPackets;
    private final Runnable onEnded;

    private final AtomicInteger signals = new AtomicInteger();

    /** Guarded by itself, as are the next three. */
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();

    /** Guarded by the frames. */
    private long bytes;

    /** Guarded by the frames. */
    private boolean ending;

    /** Guarded by the frames. */
    private boolean closed;

    /** Written by the thread that won the upgrade, and read by whoever drains. */
    private volatile Carrier carrier;

    /** The task runs when an outbox that ends has been written; it must not block. */
    Outbox(int maxBytes, int maxPackets, Carrier carrier, Runnable onEnded) {
        this.maxBytes = maxBytes;
        this.maxPackets = maxPackets;
        this.carrier = carrier;
        this.onEnded = onEnded;
    }

    /**
     * Adds frames one after the other, or none of them. Dropped when the outbox ends or is closed.
     *
     * @return whether they fit
     */
    boolean offer(List<Frame> added) {
        long size = 0;
        for (Frame frame : added) {
            size += frame.size();
        }
        synchronized (frames) {
            if (ending || closed) {
                return true;
            }
            if (frames.size() + added.size() > maxPackets || bytes + size > maxBytes) {
                return false;
            }
            bytes += size;
            return added.isEmpty() || frames.addAll(added);
        }
    }

    /** Takes nothing more; once all is written the task given at construction runs. */
    void end() {
        synchronized (frames) {
            ending = true;
        }
        drain();
    }

    /** Forgets what waits and takes nothing more. */
    void close() {
        synchronized (frames) {
            closed = true;
            ending = false;
            bytes = 0;
            frames.clear();
        }
    }

    /** From now on what waits goes to another carrier. */
    void switchTo(Carrier next) {
        carrier = next;
        drain();
    }

    Carrier carrier() {
        return carrier;
    }

    boolean isEmpty() {
        synchronized (frames) {
            return frames.isEmpty();
        }
    }

    private boolean isEnding() {
        synchronized (frames) {
            return ending;
        }
    }

    /** The first frame, or {@code null}. For carriers. */
    @Nullable
    Frame take() {
        synchronized (frames) {
            Frame frame = frames.poll();
            bytes -= frame == null ? 0 : frame.size();
            return frame;
        }
    }

    /** The first frames up to a limit, and the first one whatever its size. For carriers. */
    List<Frame> take(int limit, ToIntFunction<Frame> sizeOnWire) {
        List<Frame> taken = new ArrayList<>();
        synchronized (frames) {
            long size = 0;
            Frame next;
            while ((next = frames.peek()) != null) {
                size += sizeOnWire.applyAsInt(next);
                if (size > limit && !taken.isEmpty()) {
                    break;
                }
                bytes -= next.size();
                taken.add(frames.remove());
            }
        }
        return taken;
    }

    /** Writes what can be written now, on this thread or on one that is writing already. */
    void drain() {
        if (signals.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            pump();
        } while ((seen = signals.addAndGet(-seen)) > 0);
    }

    /** Asks for the end first: frames that come while the carrier finds nothing, and then the end, have a round of their own. */
    private void pump() {
        boolean ending = isEnding();
        if (carrier.pump(this, ending) && ending) {
            onEnded.run();
        }
    }
}
