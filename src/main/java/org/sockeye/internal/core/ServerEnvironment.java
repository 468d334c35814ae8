package org.sockeye.internal.core;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.engine.Timer;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.PacketParser;

/**
 * What a server runs on.
 *
 * @param executor threads for application code, never the calling one. With {@code dispatch=container} what a client sends is
 *     handled on the thread that read it, and this executor carries what no container thread brings: deadlines, disconnections
 * @param parser the form of packets, and {@code null} for the standard one
 */
public record ServerEnvironment(
        SocketIoConfig config,
        Timer timer,
        Executor executor,
        ApplicationEvents events,
        JsonCodec json,
        @Nullable PacketParser parser) {

    /** With the standard form of packets. */
    public ServerEnvironment(
            SocketIoConfig config, Timer timer, Executor executor, ApplicationEvents events, JsonCodec json) {
        this(config, timer, executor, events, json, null);
    }

    /** The same with other beans. */
    ServerEnvironment with(ApplicationEvents others) {
        return new ServerEnvironment(config, timer, executor, others, json, parser);
    }
}
