package org.sockeye.internal.core;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.sockeye.spi.JsonValue;

/**
 * What a socket has that its client can come back to: the secret that the client proves it by, and how far the client can have read. Guarded by the
 * order of the namespace ({@link NamespaceRecovery}), unless said otherwise.
 */
final class Continuity {

    private final String pid;
    private final @Nullable Comeback comeback;
    private final CompletableFuture<@Nullable Void> told = new CompletableFuture<>();

    /** See {@link Reading#start}. Guarded by the order. */
    private long start;

    /** See {@link Reading#last}. Guarded by the order. */
    private RecoveryLog.@Nullable Mark last;

    /** See {@link Reading#end}. Guarded by the order. */
    private long end;

    /** Set once. */
    private volatile boolean over;

    private Continuity(String pid, @Nullable Comeback comeback) {
        this.pid = pid;
        this.comeback = comeback;
    }

    /** Of a socket that begins. */
    static Continuity begun() {
        return new Continuity(SocketIds.next(), null);
    }

    /** Of a socket that goes on with a session. */
    static Continuity of(Comeback comeback) {
        return new Continuity(comeback.session().pid(), comeback);
    }

    /** The secret. Any thread. */
    String pid() {
        return pid;
    }

    /** The session that the socket goes on with, if it does. Any thread. */
    @Nullable
    Comeback comeback() {
        return comeback;
    }

    /** What was noted of the socket before. Any thread. */
    Map<String, JsonValue> data() {
        return comeback == null ? Map.of() : comeback.session().data();
    }

    /** Completes when the application has been told that the socket is gone. Any thread. */
    CompletionStage<?> told() {
        return told;
    }

    /** The application has been told. Any thread. */
    void onTold() {
        told.complete(null);
    }

    /** The client is connected, after the event at this place. */
    void onConnected(long place) {
        start = place;
        last = null;
    }

    /** The client is connected again, and has read as much as this at most. */
    void onConnectedAgain(Reading reading, RecoveryLog.@Nullable Mark lastMissed) {
        start = reading.start();
        last = lastMissed == null ? reading.last() : lastMissed;
    }

    /** An event was for the client. */
    void onEvent(RecoveryLog.Mark mark) {
        last = mark;
    }

    /** The client is gone, after the event at this place. */
    void onGone(long place) {
        end = place;
    }

    /** The client does not come back. */
    void onOver() {
        over = true;
    }

    /** Whether the client does not come back. Any thread. */
    boolean isOver() {
        return over;
    }

    /** What the client can have read, when it is gone. */
    Reading reading() {
        return new Reading(start, last, end);
    }
}
