package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;

/** A server that was started: what it runs on, and how it runs application code. */
record Running(
        ServerEnvironment environment,
        Dispatcher dispatcher,
        Newcomers newcomers,
        PacketForm form,
        Questions questions,
        @Nullable Recovery recovery) {

    /** The server stops: what waits for clients does so in vain. */
    void end() {
        questions.close();
        if (recovery != null) {
            recovery.end();
        }
    }
}
