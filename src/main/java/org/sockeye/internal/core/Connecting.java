package org.sockeye.internal.core;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.sockeye.RefusalCause;
import org.sockeye.internal.protocol.SocketPacket;

/** How one client gets sockets in namespaces: a new one, or one that it comes back to. */
final class Connecting {

    private final CoreServer server;
    private final Client client;
    /** The namespaces whose sessions are being looked for. */
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();

    Connecting(CoreServer server, Client client) {
        this.server = server;
        this.client = client;
    }

    /** Whether a session is being looked for, so that there is no socket yet. */
    boolean isAwaited(String namespace) {
        return awaited.contains(namespace);
    }

    /** The client asks for a namespace. On the thread that read this. */
    void connect(String name, CoreHandshake handshake) {
        CoreNamespace namespace = server.namespaces().enter(name);
        if (namespace != null) {
            connect(namespace, handshake);
        } else if (server.namespaces().mayBeCreated(name)) {
            client.offer(() -> client.events().inRequestContext(() -> connectToChild(name, handshake)));
        } else {
            server.counters().refused(RefusalCause.UNKNOWN_NAMESPACE);
            refuse(name);
        }
    }

    /** For a namespace that may have to be created. In the lane. */
    private void connectToChild(String name, CoreHandshake handshake) {
        CoreNamespace namespace = client.isEnded() ? null : server.namespaces().enterOrCreate(name, handshake);
        if (namespace == null) {
            refuse(name);
        } else {
            connect(namespace, handshake);
        }
    }

    private void refuse(String name) {
        CoreLog.debug("a client asks for namespace {0}, which is not there", CoreLog.printable(name));
        client.send(new SocketPacket.ConnectError(name, "{\"message\":\"Invalid namespace\"}"));
    }

    /** The client has been let into a namespace, and is to have a socket there. On the thread that read this, or in the lane. */
    void connect(CoreNamespace namespace, CoreHandshake handshake) {
        boolean mayComeBack = client.revision().canRecover();
        CompletableFuture<Optional<Comeback>> session =
                mayComeBack ? namespace.recovery().comeback(handshake) : null;
        if (session == null) {
            CoreSocket socket = begin(namespace, handshake);
            if (client.add(socket)) {
                client.lane().read(() -> namespace.admit(socket));
            }
        } else {
            awaited.add(namespace.name());
            client.lane().read(() -> awaitSession(namespace, handshake, session));
        }
    }

    /** What comes of it is always dealt with, so that the session is given back if the client has gone meanwhile. */
    private void awaitSession(
            CoreNamespace namespace, CoreHandshake handshake, CompletableFuture<Optional<Comeback>> session) {
        if (session.isDone()) {
            goOn(namespace, handshake, session.join());
        } else {
            CompletionStage<Optional<Comeback>> later = session;
            later.thenAccept(found -> client.lane().add(() -> goOn(namespace, handshake, found)));
        }
    }

    private void goOn(CoreNamespace namespace, CoreHandshake handshake, Optional<Comeback> found) {
        CoreSocket socket = found.map(session -> namespace.recovery().goOn(client, handshake, session))
                .orElseGet(() -> begin(namespace, handshake));
        boolean added = client.add(socket);
        awaited.remove(namespace.name());
        if (added) {
            namespace.admit(socket);
        }
    }

    private CoreSocket begin(CoreNamespace namespace, CoreHandshake handshake) {
        String id = client.revision().socketId(client.sid(), namespace.name());
        return new CoreSocket(
                id, client, namespace, handshake, namespace.recovery().begin(client.revision(), handshake));
    }
}
