package org.sockeye.internal.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockeye.HandshakeRequest;
import org.sockeye.internal.engine.Outgoing;
import org.sockeye.internal.protocol.SocketPacket;
import org.sockeye.spi.EventPacket;
import org.sockeye.spi.Flags;
import org.sockeye.spi.RecoverableSession;
import org.sockeye.spi.RestoredSession;
import org.sockeye.spi.Selector;

/**
 * The order of what happens in a namespace whose clients can come back.
 *
 * <p>A client says by one offset what it has read. So the events of the log must be sent to each client in the order of the log, and a client must
 * leave, and come back, between two of them. That is what the order, a lock, is for: under it an event is added to the log and takes its place in the
 * outboxes of all whom it is for; a socket leaves its rooms and it is noted how far it came; a socket that comes back is sent what it has missed and
 * enters its rooms. Nothing is encoded or written under it, no listener called and no session closed: that comes before, or after.
 */
final class NamespaceRecovery {

    private final CoreNamespace namespace;
    private final Supplier<@Nullable Recovery> server;
    private final Object order = new Object();

    NamespaceRecovery(CoreNamespace namespace, Supplier<@Nullable Recovery> server) {
        this.namespace = namespace;
        this.server = server;
    }

    /** What the server keeps; {@code null} if it keeps nothing. */
    @Nullable
    Recovery server() {
        return server.get();
    }

    /** Whether an event is kept: an answer to it could not be, and what may be lost need not be. One that has an offset is kept elsewhere. */
    static boolean isKept(EventPacket packet, Flags flags) {
        return packet.id().isEmpty() && !flags.isVolatile() && packet.offset().isEmpty();
    }

    /** Keeps an event, and sends it to the sockets that match. */
    void deliver(Recovery recovery, Rooms rooms, EventPacket packet, Selector selector, Flags flags) {
        EventPacket marked = recovery.log().mark(packet);
        Outgoing message = rooms.encode(marked, flags);
        Outgoing toOldClients = recovery.hasOldClients() ? rooms.encode(packet, flags) : message;
        SocketPacket.Event seen = rooms.event(packet, packet.id());
        rooms.forEach(selector, socket -> socket.outlet().tell(seen));
        List<Outlet> reached = new ArrayList<>();
        synchronized (order) {
            RecoveryLog.Mark mark = recovery.log().add(marked, selector, message);
            rooms.forEach(selector, socket -> {
                socket.outlet().queue(mark, message, toOldClients);
                reached.add(socket.outlet());
            });
        }
        reached.forEach(Outlet::flush);
    }

    /** What a new socket has, if its client can come back. */
    @Nullable
    Continuity begin(Revision revision, CoreHandshake handshake) {
        boolean comesBack = server() != null && revision.canRecover() && !UserRooms.isUnknown(handshake.request());
        return comesBack ? Continuity.begun() : null;
    }

    /** The socket of a client that goes on with a session. */
    CoreSocket goOn(Client client, CoreHandshake handshake, Comeback comeback) {
        RecoverableSession session = comeback.session();
        Continuity continuity = Continuity.of(comeback);
        CoreSocket socket = new CoreSocket(session.id(), client, namespace, handshake, continuity);
        Recovery recovery = server();
        if (recovery != null) {
            recovery.present().put(session.pid(), socket);
        }
        session.expiry().ifPresent(socket::expireAt);
        socket.rejoin(session.rooms());
        return socket;
    }

    /**
     * Sends a client what it has missed, and the welcome, and lets others reach it. If what it has missed is gone, its connection is closed, so that it
     * begins anew; one that was refused meanwhile has been told so.
     *
     * @return false when the candidate has gone, or what it has missed has
     */
    boolean connect(CoreSocket socket) {
        Recovery recovery = server();
        Continuity continuity = socket.continuity();
        if (recovery == null || continuity == null) {
            boolean entered = socket.enter(socket.welcome(null));
            socket.outlet().flush();
            return entered;
        }
        boolean connected = connect(recovery, socket, continuity, socket.welcome(continuity.pid()));
        if (!connected && socket.phase().isCandidate()) {
            socket.client().close();
        }
        return connected;
    }

    private boolean connect(Recovery recovery, CoreSocket socket, Continuity continuity, Outgoing welcome) {
        recovery.present().put(continuity.pid(), socket);
        boolean connected;
        synchronized (order) {
            Optional<List<Outgoing>> missed = missed(recovery, continuity);
            missed.ifPresent(messages -> messages.forEach(socket.outlet()::queue));
            connected = missed.isPresent() && socket.enter(welcome);
        }
        if (connected) {
            settle(continuity);
            socket.outlet().flush();
        } else if (socket.phase()
                .isGone()) { // it was abandoned before it was put there; who abandons it later removes it
            recovery.present().remove(continuity.pid(), socket);
        }
        return connected;
    }

    /** A socket that was connected leaves its rooms, and what its client may come back to is kept. */
    void leave(CoreSocket socket, boolean mayComeBack) {
        Recovery recovery = server();
        Continuity continuity = socket.continuity();
        if (recovery == null || continuity == null) {
            socket.exit();
            return;
        }
        RecoverableSession session;
        synchronized (order) {
            session = new RecoverableSession(
                    socket.id(),
                    continuity.pid(),
                    socket.allRooms(),
                    socket.data().values(),
                    socket.expiresAt());
            continuity.onGone(recovery.log().last());
            socket.exit();
        }
        if (mayComeBack) {
            namespace.persist(session);
        } else {
            continuity.onOver();
        }
        recovery.present().remove(continuity.pid(), socket);
    }

    /** The application has been told that a socket is gone: what comes next for it may come. */
    void onTold(CoreSocket socket) {
        Continuity continuity = socket.continuity();
        if (continuity != null) {
            continuity.onTold();
        }
    }

    /** A socket that never was connected is gone. If its client had come back to it, it may do so again, unless it was refused. */
    void abandon(CoreSocket socket, boolean refused) {
        Recovery recovery = server();
        Continuity continuity = socket.continuity();
        if (recovery == null || continuity == null) {
            return;
        }
        Comeback comeback = continuity.comeback();
        if (comeback != null && refused) {
            comeback.giveUp();
        } else if (comeback != null) {
            comeback.giveBack();
        }
        recovery.present().remove(continuity.pid(), socket);
        continuity.onTold();
    }

    /** Keeps the session of a socket that leaves. */
    void persist(RecoverableSession session) {
        Recovery recovery = server();
        CoreSocket socket = recovery == null ? null : recovery.present().get(session.pid());
        Continuity continuity = socket == null ? null : socket.continuity();
        if (recovery != null && socket != null && continuity != null) {
            recovery.sessions()
                    .add(new AbsentSocket(
                            namespace,
                            session,
                            socket.data(),
                            reading(continuity),
                            socket.handshake().request(),
                            continuity.told()));
        }
    }

    private Reading reading(Continuity continuity) {
        synchronized (order) {
            return continuity.reading();
        }
    }

    /** Lets a client have its session back that is kept here. */
    CompletionStage<Optional<RestoredSession>> restore(String pid, @Nullable String offset) {
        Recovery recovery = server();
        AbsentSocket absent = recovery == null ? null : recovery.sessions().take(namespace.name(), pid);
        if (recovery == null || absent == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (!absent.request().isSessionValid()) {
            CoreLog.debug("a client cannot go on with its session: it came with an HTTP session that is over");
            recovery.expired(absent);
            return CompletableFuture.completedFuture(Optional.empty());
        }
        OptionalLong after = recovery.log().goesOnAfter(absent.read(), offset);
        if (after.isEmpty() || !recovery.canBeSent(absent, after.getAsLong())) {
            CoreLog.debug(
                    "a client cannot go on with its session: nobody knows all that it has missed, or it is too much");
            recovery.expired(absent);
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return absent.told()
                .thenApply(told -> Optional.of(new LoggedSession(absent, absent.session(), after.getAsLong())));
    }

    /**
     * The session that a client wants to go on with, if there is one: wherever it is kept. One that has a socket yet, whose connection is dead without the
     * server having noticed, loses that first. {@code null} if the client wants none.
     */
    @Nullable
    CompletableFuture<Optional<Comeback>> comeback(CoreHandshake handshake) {
        Recovery recovery = server();
        Claim claim = recovery == null ? null : Claim.of(handshake);
        if (recovery == null || claim == null || !isEntitled(recovery, claim, handshake.request())) {
            return null;
        }
        CoreSocket present = recovery.present().get(claim.pid());
        Continuity continuity = present == null ? null : present.continuity();
        CompletableFuture<Optional<Comeback>> answer = new CompletableFuture<>();
        if (present == null || continuity == null || !present.namespace().name().equals(namespace.name())) {
            ask(recovery, claim, handshake.request(), answer);
        } else {
            present.client().giveWayToItself();
            continuity.told().thenRun(() -> ask(recovery, claim, handshake.request(), answer));
        }
        return answer;
    }

    /** Whether a session that is here is of the caller who claims it, if there is one: whoever only knows its secret leaves it as it is. */
    private boolean isEntitled(Recovery recovery, Claim claim, HandshakeRequest caller) {
        CoreSocket present = recovery.present().get(claim.pid());
        AbsentSocket absent = recovery.sessions().peek(claim.pid());
        boolean entitled = !UserRooms.isUnknown(caller)
                && (present == null
                        || UserRooms.isOf(
                                caller, UserRooms.of(present.handshake().request())))
                && (absent == null
                        || UserRooms.isOf(caller, UserRooms.in(absent.kept().rooms())));
        if (!entitled) {
            recovery.noteStranger(namespace);
        }
        return entitled;
    }

    private void ask(
            Recovery recovery, Claim claim, HandshakeRequest caller, CompletableFuture<Optional<Comeback>> answer) {
        CompletionStage<Optional<Comeback>> asked;
        try {
            asked = namespace.restore(claim).thenApply(found -> found.map(one -> new Comeback(namespace, recovery, one))
                    .filter(comeback -> comeback.isFor(caller)));
        } catch (RuntimeException failure) { // there is not even a stage
            asked = CompletableFuture.failedFuture(failure);
        }
        asked.whenComplete((found, failure) -> {
            if (failure != null) {
                CoreLog.warn(
                        "A session in " + namespace.inLog() + " could not be restored; its client begins anew",
                        failure);
            }
            answer.complete(found == null ? Optional.empty() : found);
        });
    }

    private static Optional<List<Outgoing>> missed(Recovery recovery, Continuity continuity) {
        Comeback comeback = continuity.comeback();
        if (comeback != null) {
            return comeback.goOn(continuity);
        }
        continuity.onConnected(recovery.log().last());
        return Optional.of(List.of());
    }

    private static void settle(Continuity continuity) {
        Comeback comeback = continuity.comeback();
        if (comeback != null) {
            comeback.onConnected();
        }
    }
}
