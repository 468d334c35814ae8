package org.sockeye;

/** Adds headers to an answer. See {@link Engine} for threads. */
@FunctionalInterface
public interface HeadersListener {

    /**
     * Called before the request is answered.
     *
     * @param headers to be changed during this call only
     * @param request the request that is answered: not always the one that began the session
     */
    void headers(ResponseHeaders headers, HandshakeRequest request);
}
