package org.sockeye.internal.core;

import java.util.concurrent.Executor;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.engine.Timer;
import org.sockeye.spi.JsonCodec;

/**
 * What a server runs on.
 *
 * @param executor threads for application code, never the calling one. With {@code dispatch=container} what a client sends is
 *     handled on the thread that read it, and this executor carries what no container thread brings: deadlines, disconnections
 */
public record ServerEnvironment(
        SocketIoConfig config, Timer timer, Executor executor, ApplicationEvents events, JsonCodec json) {}
