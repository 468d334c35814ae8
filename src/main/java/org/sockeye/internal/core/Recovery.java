package org.sockeye.internal.core;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.sockeye.SocketIoConfig;
import org.sockeye.internal.engine.Timer;

/**
 * What a server keeps for clients that come back, if the setting {@code connectionStateRecovery} has it keep anything: the latest events, and the
 * sessions of those that have gone. Each namespace has a {@link NamespaceRecovery}, which says in which order they come and go.
 */
final class Recovery {

    /** At least what is sent when a session opens, and a client is connected. */
    private static final int WELCOME_BYTES = 256;

    private final SocketIoConfig config;
    private final ApplicationEvents events;
    private final Dispatcher dispatcher;
    private final RecoveryLog log;
    private final RecoverableSessions sessions;
    private final FirstTimes strangers = new FirstTimes();
    /** The sockets that are connected or just leaving, by their secrets. */
    private final ConcurrentMap<String, CoreSocket> present = new ConcurrentHashMap<>();

    private Recovery(ServerEnvironment environment, Dispatcher dispatcher) {
        Timer timer = environment.timer();
        this.config = environment.config();
        this.events = environment.events();
        this.dispatcher = dispatcher;
        this.log = new RecoveryLog(
                config.maxRecoveryPackets(),
                config.maxRecoveryBytes(),
                config.maxDisconnectionDuration()
                        .plus(config.pingInterval())
                        .plus(config.pingTimeout()), // what was sent to a client before it was found dead
                timer);
        this.sessions = new RecoverableSessions(
                config.maxRecoverableSessions(), config.maxDisconnectionDuration(), timer, this::expired);
    }

    /** {@code null} if the setting is off. */
    static @Nullable Recovery of(ServerEnvironment environment, Dispatcher dispatcher) {
        return environment.config().connectionStateRecovery() ? new Recovery(environment, dispatcher) : null;
    }

    RecoveryLog log() {
        return log;
    }

    RecoverableSessions sessions() {
        return sessions;
    }

    /** Whether a client that comes back is let in without asking the middleware. */
    boolean skipsMiddlewares() {
        return config.skipMiddlewares();
    }

    /** Somebody has the secret of another user's session, and is not let go on with it. A client can repeat it at will. */
    void noteStranger(CoreNamespace namespace) {
        CoreLog.log(
                strangers.isFirst(namespace.name()) ? Level.WARNING : Level.DEBUG,
                "A client in " + namespace.inLog()
                        + " wants to go on with a session that another user has begun, and begins anew");
    }

    /** Whether there can be clients that an event is sent to without its offset. */
    boolean hasOldClients() {
        return config.allowEIO3();
    }

    ConcurrentMap<String, CoreSocket> present() {
        return present;
    }

    /** Whether all that a client has missed fits into an outbox: otherwise it would be closed for that, and come back for the same again. */
    boolean canBeSent(AbsentSocket absent, long after) {
        return log.since(after, absent.namespace().name(), absent.kept().rooms())
                .filter(this::fitIntoOutbox)
                .isPresent();
    }

    private boolean fitIntoOutbox(List<RecoveryLog.Kept> missed) {
        long packets = 1; // the welcome
        long bytes = WELCOME_BYTES;
        for (RecoveryLog.Kept kept : missed) {
            packets += kept.message().frames().size();
            bytes += kept.message().size();
        }
        return packets <= config.maxOutboxPackets() && bytes <= config.maxOutboxBytes();
    }

    /** Nobody comes back to this session any more. */
    void expired(AbsentSocket absent) {
        Runnable telling = () -> absent.namespace().recoveryExpired(absent);
        absent.told().thenRun(() -> dispatcher.elsewhere(() -> events.inRequestContext(telling)));
    }

    /** The server has stopped. */
    void end() {
        sessions.end();
        log.end();
    }
}
