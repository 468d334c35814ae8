package org.sockeye.internal.core;

import org.jspecify.annotations.Nullable;

/** A server that was started: what it runs on, and how it runs application code. */
record Running(
        ServerEnvironment environment,
        Dispatcher dispatcher,
        Newcomers newcomers,
        PacketForm form,
        @Nullable Recovery recovery) {}
