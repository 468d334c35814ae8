package org.sockeye.internal.web;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.sockeye.Dispatch;

/**
 * Which threads run application code, and why.
 *
 * <p>A handler on a container thread costs no hand-over, but keeps a request thread while it runs. That is for servers that have many: Payara and
 * GlassFish have five. Where beans observe, handlers are taken to be business code that may block.
 *
 * @param why for the log
 */
record DispatchChoice(Dispatch dispatch, String why) {

    private static final int FEW_THREADS = 16;

    /** Decides what {@link Dispatch#AUTO} means here; anything else is what the application wants. */
    static DispatchChoice of(Dispatch configured, boolean hasObservers, Supplier<OptionalInt> requestThreads) {
        if (configured != Dispatch.AUTO) {
            return new DispatchChoice(configured, "as configured");
        }
        if (hasObservers) {
            return new DispatchChoice(Dispatch.EXECUTOR, "auto: beans observe events, and may block");
        }
        return byThreads(requestThreads.get());
    }

    private static DispatchChoice byThreads(OptionalInt requestThreads) {
        if (requestThreads.isEmpty()) {
            return new DispatchChoice(
                    Dispatch.EXECUTOR, "auto: it is not known how many request threads the container has");
        }
        int threads = requestThreads.getAsInt();
        return threads > FEW_THREADS
                ? new DispatchChoice(
                        Dispatch.CONTAINER,
                        "auto: no bean observes events, and the container has " + threads + " request threads")
                : new DispatchChoice(
                        Dispatch.EXECUTOR,
                        "auto: the container has " + threads + " request threads, not more than " + FEW_THREADS);
    }
}
