package org.sockeye.spi;

/**
 * Gathers the answers to one question, from wherever they come. Safe for any thread; nothing here waits. What comes after the deadline of the
 * question is ignored.
 */
public interface Answers {

    /**
     * Says how many answers are to be waited for, in addition to those said before.
     *
     * <p>For a broadcast each server says it once, zero included, with the number of its clients that were told; for a server-side event it is
     * said once, with the number of the other servers. A negative number takes back what a server promised that has gone; for one
     * that has gone before it said anything, zero is said.
     */
    void expect(int answers);

    /** Hands in one answer. It may come before the number that it counts towards. */
    void answer(AnswerPacket answer);
}
