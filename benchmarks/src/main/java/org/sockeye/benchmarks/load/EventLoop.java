package org.sockeye.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The one thread of the load generator: reads whatever connection has something. */
public final class EventLoop implements AutoCloseable {

    /** Far above any pause of a healthy server. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Selector selector;

    public EventLoop() {
        try {
            selector = Selector.open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void add(Wire wire) throws IOException {
        wire.channel().register(selector, SelectionKey.OP_READ, wire);
    }

    /** Reads until something holds, and fails when nothing comes any more. */
    public void runUntil(BooleanSupplier done, String what) {
        long lastRead = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (select()) {
                lastRead = System.nanoTime();
            } else if (System.nanoTime() - lastRead > PATIENCE.toNanos()) {
                throw new IllegalStateException("Nothing came for " + PATIENCE + " while waiting for " + what);
            }
        }
    }

    /** Reads for some time; everything that the peers expect must have come by then. */
    public void runFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        runUntil(() -> System.nanoTime() - end >= 0, "the end of the time");
    }

    private boolean select() {
        try {
            return selector.select(key -> ((Wire) key.attachment()).read(), 1) > 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
