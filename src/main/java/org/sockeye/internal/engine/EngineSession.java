package org.sockeye.internal.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;
import org.sockeye.Transport;
import org.sockeye.internal.engine.SessionState.Phase;
import org.sockeye.internal.protocol.EngineCodec;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.Frame;

/**
 * An Engine.IO session, whatever carries it. Every method may be called from any thread.
 *
 * <p>The session holds the parts together: {@link SessionState} says which event wins, {@link Outbox} writes, {@link Delivery}
 * calls the listener, {@link Heartbeat} watches the client. No lock is held while one of them calls foreign code. Where two events
 * can pass each other (a GET and the end of the session, an upgrade and the end) each first makes itself visible and then looks for
 * the other, so that at least one of them cleans up.
 */
public final class EngineSession implements Connection {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final String sid;
    private final HandshakeRequest request;
    private final EngineContext context;
    private final Dialect dialect;
    private final SessionState state;
    private final PollingCarrier polling;
    private final Outbox outbox;
    private final Heartbeat heartbeat;
    private final LatePolls late;
    private final Delivery delivery;
    private final Incoming incoming = new Incoming();

    /** Written by whoever won {@link SessionState#onCandidate()}, until the attempt fails; read by whoever closes. */
    private volatile @Nullable Upgrade upgrade;

    /** Written by the layer above, at any time. */
    private volatile Watching watching = Watching.NOBODY;

    /** A session that long-polling carries, or a WebSocket when one is given. */
    EngineSession(
            EngineContext context,
            String sid,
            HandshakeRequest request,
            Dialect dialect,
            @Nullable WebSocketChannel channel) {
        EngineSettings settings = context.settings();
        this.context = context;
        this.sid = sid;
        this.request = request;
        this.dialect = dialect;
        delivery = new Delivery(context.timer());
        state = new SessionState(channel == null ? Phase.POLLING : Phase.UPGRADED);
        polling = new PollingCarrier(dialect, settings.maxPayload(), context.counters(), this::failed);
        Carrier first = channel == null ? polling : channel.carrier();
        outbox = new Outbox(settings.outbox(), first, this::ended);
        heartbeat = Heartbeat.of(codec().revision(), context, new Beats());
        late = new LatePolls(
                context.timer(), state, polling, () -> context.onClosed().accept(this));
        if (channel != null) {
            channel.serve(incoming);
        }
    }

    /** Begins to live, with the listener that the factory makes. What the listener sends follows the first packet. */
    void open(SessionListener.Factory listeners) {
        EngineLog.debug(() -> name() + " opened by " + transport().wireName());
        send(List.of(codec().open(context.greeting(sid, transport()))));
        context.settings().initialPacket().ifPresent(text -> send(List.of(Frame.message(text))));
        heartbeat.start();
        try {
            delivery.open(listeners.opened(this));
        } catch (RuntimeException thrown) {
            EngineLog.failure("A session could not be opened", thrown);
            closeNow(CloseReason.FORCED_CLOSE);
        }
    }

    /** Takes a GET, to be answered now or later. A second one at the same time closes the session. */
    public void poll(PollExchange exchange) {
        if (!polling.hold(exchange)) {
            if (state.isPolling()) {
                closeNow(CloseReason.TRANSPORT_ERROR, "overlap from client");
            }
            exchange.fail(PollingCarrier.REFUSED);
            return;
        }
        outbox.drain();
        late.onPoll();
    }

    /** Lets a POST begin. Empty when it may not: the answer is 400. A second one at the same time closes the session. */
    public Optional<PostIntake> beginPost() {
        if (state.onPost()) {
            return Optional.of(new Post(state, dialect.payloads(), context.counters(), incoming::take, this::closeNow));
        }
        if (state.isPolling()) {
            closeNow(CloseReason.TRANSPORT_ERROR, "data request overlap from client");
        }
        return Optional.empty();
    }

    /** Whether the body of a POST may have this content type. */
    public boolean accepts(String contentType) {
        return dialect.payloads().accepts(contentType);
    }

    /** A WebSocket is about to be granted to the client. */
    void expectUpgrade() {
        polling.expectUpgrade();
    }

    /** Lets a WebSocket try to take over. It is closed when the session cannot be upgraded or is being upgraded. */
    void tryUpgrade(WebSocketChannel channel) {
        if (!state.onCandidate()) {
            EngineLog.debug(() -> name() + " cannot be upgraded, or is being upgraded");
            channel.carrier().close(CloseReason.TRANSPORT_CLOSE);
            return;
        }
        Upgrade trial = new Upgrade(context.timer(), codec(), channel, new Upgrading());
        upgrade = trial;
        trial.begin(context.settings().upgradeTimeout());
        if (state.isClosed()) {
            trial.giveUp("the session is closed");
        }
    }

    @Override
    public Transport transport() {
        return state.isPolling() || late.isLeaving() ? Transport.POLLING : Transport.WEBSOCKET;
    }

    @Override
    public void watch(SessionWatcher who) {
        Watching begun = new Watching(who);
        outbox.watch(begun);
        watching = begun;
    }

    @Override
    public String sid() {
        return sid;
    }

    @Override
    public int protocol() {
        return codec().revision();
    }

    @Override
    public HandshakeRequest request() {
        return request;
    }

    @Override
    public boolean isOpen() {
        return state.isOpen();
    }

    @Override
    public boolean isWritable() {
        return state.isOpen() && outbox.isEmpty() && outbox.carrier().isReady();
    }

    @Override
    public long waitingBytes() {
        return outbox.bytes();
    }

    @Override
    public void send(Outgoing message) {
        queue(message);
        flush();
    }

    @Override
    public void queue(Outgoing message) {
        if (state.isOpen()) {
            outbox.offer(message);
        }
    }

    @Override
    public void flush() {
        watching.tell();
        Outbox.Outcome overrun = outbox.overrun();
        if (overrun != null) {
            closeNow(CloseReason.OUTBOX_FULL, context.settings().outbox().describe(overrun));
        } else if (state.isOpen()) {
            outbox.drain();
        }
    }

    @Override
    public void close() {
        if (state.onClosing()) {
            heartbeat.endAfter(CLOSE_TIMEOUT, this::ended);
            outbox.end();
        }
    }

    @Override
    public void closeNow(CloseReason reason) {
        closeNow(reason, null);
    }

    private void closeNow(CloseReason reason, @Nullable String description) {
        boolean left = reason == CloseReason.TRANSPORT_CLOSE && state.isPolling();
        if (!state.onClose()) {
            return;
        }
        EngineLog.debug(() -> name() + " closed: " + reason.text() + (description == null ? "" : ", " + description));
        if (left) {
            late.onLeaving();
        }
        heartbeat.stop();
        Upgrade trial = upgrade;
        if (trial != null) {
            trial.giveUp("the session is closed");
        }
        outbox.close();
        boolean told = polling.tell(reason);
        outbox.carrier().close(reason);
        if (left && !told) {
            late.forgetSoon();
        } else {
            late.forget();
        }
        delivery.end(reason, description);
    }

    /** Nobody finds the session any more. */
    void forget() {
        late.forget();
    }

    private void ended() {
        closeNow(CloseReason.FORCED_CLOSE);
    }

    private void failed(Throwable error) {
        closeNow(CloseReason.TRANSPORT_ERROR, error.toString());
    }

    private EngineCodec codec() {
        return dialect.codec();
    }

    private String name() {
        return "session " + EngineLog.shortened(sid);
    }

    /** What the client sends, by whichever way. A packet that the client may not send closes the session and is answered false. */
    private final class Incoming implements EnginePacket.Handler<Boolean>, WebSocketChannel.Owner {

        boolean take(EnginePacket packet) {
            if (packet == EnginePacket.Signal.CLOSE) {
                closeNow(CloseReason.TRANSPORT_CLOSE);
                return true;
            }
            if (!state.isOpen()) {
                return true;
            }
            watching.received(packet);
            return packet.dispatch(this);
        }

        @Override
        public Boolean text(String text) {
            delivery.packet(listener -> listener.received(text));
            return true;
        }

        @Override
        public Boolean binary(byte[] data) {
            delivery.packet(listener -> listener.received(data));
            return true;
        }

        @Override
        public Boolean ping(String data) {
            return heartbeat.onPing() || refuseHeartbeat();
        }

        @Override
        public Boolean signal(EnginePacket.Signal signal) {
            return signal != EnginePacket.Signal.PONG || heartbeat.onPong() || refuseHeartbeat();
        }

        private boolean refuseHeartbeat() {
            closeNow(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
            return false;
        }

        @Override
        public void packet(EnginePacket packet) {
            take(packet);
        }

        @Override
        public void gone(CloseReason reason, String description) {
            closeNow(reason, description);
        }

        @Override
        public void writable() {
            outbox.drain();
        }
    }

    private final class Upgrading implements Upgrade.Target {
        @Override
        public void probed() {
            late.onProbe();
        }

        @Override
        public boolean upgraded(WebSocketChannel channel) {
            if (!state.onUpgrade()) {
                return false;
            }
            EngineLog.debug(() -> name() + " upgraded");
            channel.serve(incoming);
            late.onUpgrade();
            heartbeat.onUpgrade();
            watching.upgraded(Transport.WEBSOCKET);
            outbox.switchTo(channel.carrier());
            if (state.isClosed()) {
                channel.carrier().close(CloseReason.TRANSPORT_CLOSE);
            }
            return true;
        }

        @Override
        public void abandoned() {
            late.onUpgradeAbandoned();
            upgrade = null;
            state.onUpgradeAbandoned();
        }
    }

    private final class Beats implements Heartbeat.Owner {
        @Override
        public void ping() {
            delivery.forgetHeld();
            send(List.of(codec().ping()));
        }

        @Override
        public void pong() {
            delivery.forgetHeld();
            send(List.of(codec().pong()));
        }

        @Override
        public Duration grace() {
            return delivery.takeHeld(context.settings().pingTimeout());
        }

        @Override
        public void dead() {
            closeNow(CloseReason.PING_TIMEOUT);
        }
    }
}
