package org.sockeye.internal.core;

import org.sockeye.PayloadException;
import org.sockeye.SocketError.Kind;

/** Is told how one event went with the observers that it is for. Used within the call that hands it over, by one thread. */
public interface Outcome extends Delivery {

    /** An observer was called, and returned; or will be called later. */
    void returned();

    /**
     * An observer was not let have the event, or threw.
     *
     * @return whether an error listener was told; if not, it is for the caller to log
     */
    boolean failed(Kind kind, Throwable thrown);

    /**
     * The event's payload does not fit an observer, which is left out.
     *
     * @return whether an error listener was told; if not, it is for the caller to log
     */
    boolean unfit(PayloadException why);
}
