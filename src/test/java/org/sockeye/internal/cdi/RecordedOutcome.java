package org.sockeye.internal.cdi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sockeye.PayloadException;
import org.sockeye.SocketError.Kind;
import org.sockeye.internal.core.Failures;
import org.sockeye.internal.core.Outcome;

/** Keeps what it is told: what did not fit or was thrown, and {@code "returned"}. */
final class RecordedOutcome implements Outcome {

    final List<Object> log = new ArrayList<>();
    /** What asynchronous observers are to do. */
    final List<Runnable> later = new ArrayList<>();
    /** Whether somebody listens, so that nothing is to be logged; only used by the thread of the test. */
    boolean isListened;

    @Override
    public void returned() {
        log.add("returned");
    }

    @Override
    public boolean unfit(PayloadException why) {
        return failed(why);
    }

    @Override
    public boolean failed(Kind kind, Throwable thrown) {
        log.add(kind);
        return failed(thrown);
    }

    @Override
    public void later(Consumer<Failures> work) {
        later.add(() -> work.accept(this));
    }

    @Override
    public boolean failed(Throwable thrown) {
        log.add(thrown);
        return isListened;
    }
}
