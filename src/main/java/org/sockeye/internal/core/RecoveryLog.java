package org.sockeye.internal.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.engine.Timer;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Selector;

/**
 * The latest events of a server's namespaces, for clients that come back, in the order in which they were added.
 *
 * <p>Bounded in number, bytes and age: the oldest go first. Whoever asks for what came after one that is gone is told so.
 *
 * <p>An event is given its offset before it is added, since it is encoded with it, and where many are encoded at a time they may be added in another
 * order: what counts is the place. An offset has the mark of its log, for a client may bring one that it was given by a server before this one.
 * Safe for any thread.
 */
final class RecoveryLog {

    /** What an event costs besides its content, roughly. */
    static final int OVERHEAD = 300;

    private static final int MARK = 6;
    private static final int RADIX = 36;

    /**
     * Where an event is.
     *
     * @param place 1 for the first that was added, and so on
     */
    record Mark(long place, String offset) {}

    /** An event as it is sent to clients that can come back. */
    record Kept(Mark mark, long nanos, String namespace, Selector selector, Outgoing message) {

        long bytes() {
            return OVERHEAD + message.size();
        }

        boolean isFor(String other, Set<String> rooms) {
            return namespace.equals(other)
                    && (selector.rooms().isEmpty() || !Collections.disjoint(selector.rooms(), rooms))
                    && Collections.disjoint(selector.except(), rooms);
        }
    }

    private final int mostPackets;
    private final long mostBytes;
    private final long age;
    private final Timer timer;
    private final Sweep sweep;
    private final String prefix = SocketIds.next().substring(0, MARK) + ".";
    private final AtomicLong offsets = new AtomicLong();

    /** Guarded by this, as are the next three. */
    private final ArrayDeque<Kept> events = new ArrayDeque<>();

    /** Guarded by this. The places of what is kept, by offset. */
    private final Map<String, Long> places = new HashMap<>();

    /** Guarded by this. The place of the latest event. */
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

    /** Gives an event an offset, with which it is added afterwards. */
    EventPacket mark(EventPacket packet) {
        return packet.at(prefix + Long.toString(offsets.incrementAndGet(), RADIX));
    }

    /** Adds an event that has an offset of this log, encoded. */
    Mark add(EventPacket marked, Selector selector, Outgoing message) {
        Mark mark = append(marked, selector, message);
        sweep.await(age);
        return mark;
    }

    private synchronized Mark append(EventPacket marked, Selector selector, Outgoing message) {
        Mark mark = new Mark(++last, marked.offset().orElseThrow());
        Kept kept = new Kept(mark, timer.nanoTime(), marked.namespace(), selector, message);
        events.add(kept);
        places.put(mark.offset(), mark.place());
        bytes += kept.bytes();
        trim();
        return mark;
    }

    /** The place of the latest event; 0 before the first. */
    synchronized long last() {
        return last;
    }

    /**
     * After which place a client goes on that has read up to an offset, or nothing if there is none. Empty when what it has missed is not all here, or
     * nobody knows what that is.
     */
    synchronized OptionalLong goesOnAfter(Reading reading, @Nullable String offset) {
        OptionalLong read = lastRead(reading, offset);
        if (read.isEmpty()) {
            return read;
        }
        long after = reading.goesOnAfter(read.getAsLong());
        return reachesBackTo(after) ? OptionalLong.of(after) : OptionalLong.empty();
    }

    /** An event that is gone has a place that nobody knows, unless it is the last that was for this client: 0, before all that are here. */
    private OptionalLong lastRead(Reading reading, @Nullable String offset) {
        if (offset == null) {
            return OptionalLong.of(reading.start());
        }
        Mark lastForIt = reading.last();
        if (lastForIt != null && lastForIt.offset().equals(offset)) {
            return OptionalLong.of(lastForIt.place());
        }
        Long place = places.get(offset);
        if (place != null) {
            return OptionalLong.of(place);
        }
        return wasGiven(offset) ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private boolean wasGiven(String offset) {
        if (!offset.startsWith(prefix)) {
            return false;
        }
        try {
            long number = Long.parseLong(offset, prefix.length(), offset.length(), RADIX);
            return number > 0 && number <= offsets.get();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    private boolean reachesBackTo(long place) {
        return place >= last - events.size();
    }

    /** What came after a place for a socket in these rooms, in order; empty if some of it may be gone. */
    Optional<List<Kept>> since(long place, String namespace, Set<String> rooms) {
        List<Kept> later = since(place);
        if (later == null) {
            return Optional.empty();
        }
        later.removeIf(kept -> !kept.isFor(namespace, rooms));
        return Optional.of(later);
    }

    private synchronized @Nullable List<Kept> since(long place) {
        if (!reachesBackTo(place)) {
            return null;
        }
        List<Kept> later = new ArrayList<>();
        Iterator<Kept> latestFirst = events.descendingIterator();
        while (later.size() < last - place) {
            later.add(latestFirst.next());
        }
        Collections.reverse(later);
        return later;
    }

    /** Has nothing in the timer any more. */
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
            places.remove(oldest.mark().offset());
            bytes -= oldest.bytes();
        }
    }

    private boolean isTooMuch(Kept oldest) {
        return events.size() > mostPackets || bytes > mostBytes || timer.nanoTime() - oldest.nanos() >= age;
    }
}
