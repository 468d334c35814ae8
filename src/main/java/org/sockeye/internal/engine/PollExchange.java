package org.sockeye.internal.engine;

/** A GET of a long-polling client that waits for its answer. Exactly one of the methods is called, once, from any thread. */
public interface PollExchange {

    /** Answers 200 with an Engine.IO payload, without waiting for the client to take it. */
    void respond(HttpBody body);

    /** Answers an error status with an empty body. */
    void fail(int status);
}
