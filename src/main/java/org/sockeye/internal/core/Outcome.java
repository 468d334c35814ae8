package org.sockeye.internal.core;

import org.sockeye.PayloadException;

/** Is told how one event went with the observers that it is for. Used within the call that hands it over, by one thread. */
public interface Outcome extends Failures {

    /** An observer was called, and returned. */
    void returned();

    /**
     * The event's payload does not fit an observer, which is left out.
     *
     * @return whether an error listener was told; if not, it is for the caller to log
     */
    boolean unfit(PayloadException why);
}
