package org.sockeye.benchmarks.events;

import org.sockeye.Acknowledgement;
import org.sockeye.Socket;

/** What the application's code is called with. */
record Received(String text, Socket from, Acknowledgement acknowledgement) {

    /** Only used by the thread that measures. */
    private static Received last;

    static void receive(String text, Socket from, Acknowledgement acknowledgement) {
        last = new Received(text, from, acknowledgement);
    }

    static Received last() {
        return last;
    }
}
