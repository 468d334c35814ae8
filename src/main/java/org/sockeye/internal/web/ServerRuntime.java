package org.sockeye.internal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockeye.Dispatch;
import org.sockeye.SocketIoConfig;
import org.sockeye.Transport;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ServerEnvironment;
import org.sockeye.internal.engine.Counters;
import org.sockeye.internal.engine.EngineHooks;
import org.sockeye.internal.engine.EngineServer;
import org.sockeye.internal.engine.EngineSettings;
import org.sockeye.internal.engine.OutboxLimits;
import org.sockeye.internal.engine.ServerTimer;
import org.sockeye.internal.engine.SessionListener;
import org.sockeye.spi.JsonCodec;
import org.sockeye.spi.PacketParser;

/** What a server has while it runs, and what must be gone when it does not: threads, held requests, WebSockets. */
final class ServerRuntime {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final SocketIoConfig config;
    private final OwnThreads threads;
    private final ServerTimer timer;
    private final ApplicationExecutor executor;
    private final LinkCloser closer;
    private final JsonCodec codec;
    private final @Nullable PacketParser parser;
    private final Counters counters;
    private final OpenExchanges exchanges;

    /** Set by serve. */
    private volatile @Nullable EngineServer engine;

    private ServerRuntime(SocketIoConfig config, ClassLoader application, Counters counters) {
        this.counters = counters;
        this.exchanges = new OpenExchanges(counters);
        this.config = config;
        this.parser = Parsers.find(config.parser(), application);
        this.threads = new OwnThreads(application);
        this.executor = Dispatchers.create(config, application, threads);
        this.codec = Codecs.find(config.jsonCodec(), application);
        this.timer = Timers.create(threads);
        this.closer = new LinkCloser(timer, threads.named("close"));
    }

    static ServerRuntime create(SocketIoConfig config, ClassLoader application, Counters counters) {
        return new ServerRuntime(config, application, counters);
    }

    /** Where application code runs, for the log. */
    String threads() {
        return config.dispatch() == Dispatch.CONTAINER ? "the container's request threads" : executor.toString();
    }

    /** What the server itself runs on. */
    ServerEnvironment environment(ApplicationEvents events) {
        return new ServerEnvironment(config, timer, executor, events, codec, parser);
    }

    /** Makes the engine, and what is behind the server's path. The container is asked for the roles of observers and those of the settings. */
    HttpEndpoint serve(
            Set<String> roles, SessionListener.Factory listeners, EngineHooks hooks, WebSocketSupport webSockets) {
        EngineServer started = new EngineServer(engineSettings(webSockets), timer, listeners, hooks, counters);
        engine = started;
        Origins origins = new Origins(config.corsOrigins(), hooks);
        Set<String> asked = new HashSet<>(config.roles());
        asked.addAll(roles);
        return new HttpEndpoint(
                Set.copyOf(asked),
                new Cors(config, origins),
                new LongPolling(started, hooks, config, timer, exchanges),
                webSockets.handshake(
                        started,
                        hooks,
                        origins,
                        new WebSocketTerms(
                                config.maxPayload(), config.perMessageDeflate(), closer, new Failures(), counters)),
                config.serveClient() ? new ClientFiles() : null);
    }

    private EngineSettings engineSettings(WebSocketSupport webSockets) {
        return new EngineSettings(
                config.pingInterval(),
                config.pingTimeout(),
                config.upgradeTimeout(),
                config.maxPayload(),
                config.maxPacketsPerPayload(),
                config.maxSessions(),
                new OutboxLimits(config.maxOutboxBytes(), config.maxOutboxPackets(), config.outboxPolicy()),
                offered(webSockets),
                config.allowEIO3(),
                config.allowUpgrades(),
                config.initialPacket(),
                config.principalCheck());
    }

    private Set<Transport> offered(WebSocketSupport webSockets) {
        Set<Transport> offered = EnumSet.copyOf(config.transports());
        if (!webSockets.isPresent() && offered.contains(Transport.POLLING)) {
            offered.remove(Transport.WEBSOCKET);
        }
        return offered;
    }

    /** Ends every request, WebSocket and thread, and waits for that, but not long. */
    void end() {
        @Nullable EngineServer running = engine;
        if (running != null) {
            running.close();
        }
        exchanges.endAll(HttpServletResponse.SC_SERVICE_UNAVAILABLE, PATIENCE);
        closer.end(PATIENCE);
        executor.end(PATIENCE);
        timer.close();
        codec.close();
        threads.awaitEnd(PATIENCE);
    }
}
