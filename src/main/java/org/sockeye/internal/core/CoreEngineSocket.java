package org.sockeye.internal.core;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.DisconnectListener;
import org.sockeye.EngineSocket;
import org.sockeye.HandshakeRequest;
import org.sockeye.SocketError;
import org.sockeye.Transport;
import org.sockeye.internal.engine.Connection;
import org.sockeye.internal.engine.SessionWatcher;
import org.sockeye.internal.protocol.EnginePacket;
import org.sockeye.internal.protocol.Frame;

/**
 * A client's connection, as the application sees it. Notices have a lane of their own, so that neither who reads nor who writes waits for a
 * listener; the session is watched only once there is one.
 */
final class CoreEngineSocket implements EngineSocket {

    private final Connection connection;
    private final Errors errors;
    private final Supplier<EventLane> lanes;
    private final ApplicationEvents events;

    /** Made with the first listener; guarded by this. */
    private @Nullable Watcher watcher;

    private @Nullable Ending ending; // guarded by this; once the session is over

    CoreEngineSocket(Connection connection, Errors errors, Supplier<EventLane> lanes, ApplicationEvents events) {
        this.connection = connection;
        this.errors = errors;
        this.lanes = lanes;
        this.events = events;
    }

    @Override
    public String id() {
        return connection.sid();
    }

    @Override
    public int protocol() {
        return connection.protocol();
    }

    @Override
    public Transport transport() {
        return connection.transport();
    }

    @Override
    public HandshakeRequest request() {
        return connection.request();
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public EngineSocket onUpgrade(UpgradeListener listener) {
        watcher().upgrades.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public EngineSocket onPacket(PacketListener listener) {
        watcher().received.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public EngineSocket onPacketCreate(PacketListener listener) {
        watcher().sent.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public EngineSocket onDrain(Runnable listener) {
        watcher().drains.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    @Override
    public EngineSocket onClose(DisconnectListener listener) {
        watcher().closing.add(listener);
        return this;
    }

    @Override
    public void close() {
        connection.close();
    }

    /** The session is over. */
    void closed(Ending how) {
        Watcher told;
        synchronized (this) {
            ending = how;
            told = watcher;
        }
        if (told != null) {
            told.closing.end(how);
        }
    }

    private void failed(Throwable thrown) {
        errors.failed(new SocketError(SocketError.Kind.LISTENER, null, null, null, thrown), "A listener of a session");
    }

    private synchronized Watcher watcher() {
        Watcher made = watcher;
        if (made == null) {
            made = new Watcher();
            watcher = made;
            connection.watch(made);
            if (ending != null) {
                made.closing.end(ending);
            }
        }
        return made;
    }

    /** Code of the application that may throw. */
    @FunctionalInterface
    private interface Notice<L> {
        void give(L listener) throws Exception;
    }

    private final class Watcher implements SessionWatcher {

        private final EventLane lane = lanes.get();
        private final DisconnectListeners closing = new DisconnectListeners(
                call -> lane.add(() -> events.inRequestContext(call)), CoreEngineSocket.this::failed);
        private final List<PacketListener> received = new CopyOnWriteArrayList<>();
        private final List<PacketListener> sent = new CopyOnWriteArrayList<>();
        private final List<UpgradeListener> upgrades = new CopyOnWriteArrayList<>();
        private final List<Runnable> drains = new CopyOnWriteArrayList<>();

        @Override
        public void received(EnginePacket packet) {
            tell(received, listener -> listener.packet(packet.dispatch(Packets.SEEN)));
        }

        @Override
        public void sent(Frame frame) {
            tell(sent, listener -> listener.packet(frame.packet().dispatch(Packets.SEEN)));
        }

        @Override
        public void drained() {
            tell(drains, Runnable::run);
        }

        @Override
        public void upgraded(Transport transport) {
            tell(upgrades, listener -> listener.upgraded(transport));
        }

        private <L> void tell(List<L> listeners, Notice<L> notice) {
            if (!listeners.isEmpty()
                    && !lane.offerElsewhere(() -> events.inRequestContext(() -> tellEach(listeners, notice)))) {
                CoreLog.debug("a notice of a session is dropped: its listeners are too slow");
            }
        }

        private <L> void tellEach(List<L> listeners, Notice<L> notice) {
            for (L listener : listeners) {
                try {
                    notice.give(listener);
                } catch (Throwable failure) {
                    failed(failure);
                }
            }
        }
    }

    /** Packets as the application sees them. */
    private enum Packets implements EnginePacket.Handler<Packet> {
        SEEN;

        private static Packet of(PacketType type, String text) {
            return new Packet(type, text, null);
        }

        @Override
        public Packet text(String text) {
            return of(PacketType.MESSAGE, text);
        }

        @Override
        public Packet binary(byte[] data) {
            return new Packet(PacketType.MESSAGE, null, ByteBuffer.wrap(data).asReadOnlyBuffer());
        }

        @Override
        public Packet ping(String data) {
            return of(PacketType.PING, data);
        }

        @Override
        public Packet signal(EnginePacket.Signal signal) {
            return of(PacketType.valueOf(signal.name()), "");
        }
    }
}
