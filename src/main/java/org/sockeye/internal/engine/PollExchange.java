package org.sockeye.internal.engine;

/** A GET of a long-polling client that waits for its answer. Exactly one of the methods is called, once, from any thread. */
public interface PollExchange {

    /**
     * Answers 200 with an Engine.IO payload, without waiting for the client to take it.
     *
     * @param compress whether the answer may be compressed: not when anything in it is not to be
     */
    void respond(HttpBody body, boolean compress);

    /** Answers an error status with an empty body. */
    void fail(int status);
}
