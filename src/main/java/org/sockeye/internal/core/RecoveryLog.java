package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Timer;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.Selector;

/**
 * The latest events of a server's namespaces, for clients that come back, numbered in the order in which they were added.
 *
 * <p>Bounded in number, bytes and age: the oldest go first. Whoever asks for what came after a number that is too old is told so. An
 * offset is the number behind a mark of this log: a client may bring one that it was given by a server before this one. Safe for any thread.
 */
final class RecoveryLog {

    /** What an event costs besides its content, roughly. */
    static final int OVERHEAD = 200;

    private static final int MARK = 6;
    private static final int RADIX = 36;

    /** An event as it was sent. */
    record Kept(long number, long nanos, EventPacket packet, Selector selector, Flags flags) {

        long bytes() {
            long bytes = OVERHEAD;
            for (String element : packet.data()) {
                bytes += element.length();
            }
            for (byte[] attachment : packet.attachments()) {
                bytes += attachment.length;
            }
            return bytes;
        }

        boolean isFor(String namespace, Set<String> rooms) {
            return packet.namespace().equals(namespace)
                    && (selector.rooms().isEmpty() || !Collections.disjoint(selector.rooms(), rooms))
                    && Collections.disjoint(selector.except(), rooms);
        }
    }

    private final int mostPackets;
    private final long mostBytes;
    private final long age;
    private final Timer timer;
    private final Sweep sweep;
    private final String mark = SocketIds.next().substring(0, MARK) + ".";

    /** Guarded by this, as are the next two. */
    private final ArrayDeque<Kept> events = new ArrayDeque<>();

    /** Guarded by this. The number of the latest event. */
    private long last;

    /** Guarded by this. */
    private long bytes;

    RecoveryLog(int mostPackets, long mostBytes, Duration age, Timer timer) {
        this.mostPackets = mostPackets;
        this.mostBytes = mostBytes;
        this.age = age.toNanos();
        this.timer = timer;
        this.sweep = new Sweep(timer, this::forgetOld);
    }

    /** Keeps an event, and answers it with its offset and number. */
    Kept add(EventPacket packet, Selector selector, Flags flags) {
        Kept kept = append(packet, selector, flags);
        sweep.await(age);
        return kept;
    }

    private synchronized Kept append(EventPacket packet, Selector selector, Flags flags) {
        long number = ++last;
        EventPacket marked = packet.at(mark + Long.toString(number, RADIX));
        Kept kept = new Kept(number, timer.nanoTime(), marked, selector, flags);
        events.add(kept);
        bytes += kept.bytes();
        trim();
        return kept;
    }

    /** The number of the latest event; 0 before the first. */
    synchronized long last() {
        return last;
    }

    /** The number that an offset stands for; empty if this log did not give it. */
    synchronized OptionalLong number(String offset) {
        if (!offset.startsWith(mark)) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseLong(offset.substring(mark.length()), RADIX);
            return number > 0 && number <= last ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (NumberFormatException notOurs) {
            return OptionalLong.empty();
        }
    }

    /** Whether everything that came after this number is still here. */
    synchronized boolean reachesBackTo(long number) {
        return number >= last - events.size();
    }

    /** What came after a number for a socket in these rooms, in order; empty if some of it may be gone. */
    Optional<List<Kept>> since(long number, String namespace, Set<String> rooms) {
        List<Kept> later = since(number);
        if (later == null) {
            return Optional.empty();
        }
        later.removeIf(kept -> !kept.isFor(namespace, rooms));
        return Optional.of(later);
    }

    private synchronized @Nullable List<Kept> since(long number) {
        if (!reachesBackTo(number)) {
            return null;
        }
        List<Kept> later = new ArrayList<>((int) (last - number));
        Iterator<Kept> latestFirst = events.descendingIterator();
        while (later.size() < last - number) {
            later.add(latestFirst.next());
        }
        Collections.reverse(later);
        return later;
    }

    /** Keeps nothing any more in the timer. */
    void end() {
        sweep.end();
    }

    private synchronized OptionalLong forgetOld() {
        trim();
        Kept oldest = events.peek();
        return oldest == null ? OptionalLong.empty() : OptionalLong.of(age - (timer.nanoTime() - oldest.nanos()));
    }

    private void trim() {
        Kept oldest;
        while ((oldest = events.peek()) != null && isTooMuch(oldest)) {
            events.remove();
            bytes -= oldest.bytes();
        }
    }

    private boolean isTooMuch(Kept oldest) {
        return events.size() > mostPackets || bytes > mostBytes || timer.nanoTime() - oldest.nanos() >= age;
    }
}
