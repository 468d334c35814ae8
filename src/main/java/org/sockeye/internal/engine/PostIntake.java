package org.sockeye.internal.engine;

/**
 * A POST of a long-polling client whose body is being read. Exactly one of the methods is called, once, from any thread; until then
 * every other POST of the session is an error.
 */
public interface PostIntake {

    /**
     * Takes the whole body, and gives its packets to the listener on this thread.
     *
     * @return whether the answer is 200; otherwise it is 400, and the session was closed, after the packets that precede the bad one
     */
    boolean complete(HttpBody body);

    /** The body is not read, because it is too large. The session stays, as in the reference server. */
    void refuse();

    /** The body cannot be read: the client went away or sent something that is no text. Closes the session. */
    void abort(String description);
}
