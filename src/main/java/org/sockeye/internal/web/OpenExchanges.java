package org.sockeye.internal.web;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sockeye.internal.engine.Counters;

/** The asynchronous requests that are not over, so that the end of the application can end them and wait for it. */
final class OpenExchanges {

    /** Guarded by this. */
    private final Set<HttpExchange> open = new HashSet<>();

    private final Counters counters;

    OpenExchanges(Counters counters) {
        this.counters = counters;
    }

    /** One of them has broken. */
    void countFailure() {
        counters.networkFailure();
    }

    synchronized void add(HttpExchange exchange) {
        open.add(exchange);
    }

    synchronized void remove(HttpExchange exchange) {
        open.remove(exchange);
        notifyAll();
    }

    /** Refuses those that nobody has answered, and waits for all to be over. */
    void endAll(int status, Duration patience) {
        List<HttpExchange> left;
        synchronized (this) {
            left = List.copyOf(open);
        }
        left.forEach(exchange -> exchange.refuse(status));
        Waiting.until(this, open::isEmpty, patience);
    }
}
