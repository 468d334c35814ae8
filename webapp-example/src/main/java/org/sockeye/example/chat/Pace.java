package org.sockeye.example.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sockeye.cdi.SocketScoped;

/** How fast a page may talk. Each connection has one of its own; whoever injects it, wherever, has that of the event at hand. */
@SocketScoped
public class Pace {

    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Deque<Instant> latest = new ArrayDeque<>();

    boolean allowsAnother() {
        Instant now = Instant.now();
        latest.removeIf(now.minus(WITHIN)::isAfter);
        return latest.size() < MOST && latest.add(now);
    }
}
