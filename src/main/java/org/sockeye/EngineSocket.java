package org.sockeye;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What carries a client: its Engine.IO session, which all its sockets share. Safe for any thread.
 *
 * <p>Listeners are called on the server's dispatch, one after the other in the order in which things happened, also by several threads, and not
 * in turn with the listeners of the sockets. They look on: nothing waits for them. Who is so slow that more than {@code maxWaitingEvents} notices
 * wait misses those that come then, but never the end. Where nobody listens, nothing is kept and nothing is called.
 */
public interface EngineSocket {

    /** The session id. A secret: whoever knows it can take part in the session. */
    String id();

    /** The revision of Engine.IO: 4, or 3 for clients of Socket.IO 1 and 2. */
    int protocol();

    /** The transport that carries the session now. */
    Transport transport();

    /** The request that opened the session. */
    HandshakeRequest request();

    /** Whether the session takes packets: neither closing nor closed. */
    boolean isOpen();

    /** Adds a listener that is told once the session has gone over to another transport. */
    EngineSocket onUpgrade(UpgradeListener listener);

    /** Adds a listener that is told of each packet of the client: messages, and heartbeats. */
    EngineSocket onPacket(PacketListener listener);

    /** Adds a listener that is told of each packet for the client, once it waits to be sent: messages, and heartbeats. */
    EngineSocket onPacketCreate(PacketListener listener);

    /** Adds something that runs whenever all that waited for the client has been handed to the transport. */
    EngineSocket onDrain(Runnable listener);

    /** Adds a listener that is told once when the session is over; if it is already, at once. */
    EngineSocket onClose(DisconnectListener listener);

    /** Closes the session, and with it every socket, once what waits has been sent. Idempotent. */
    void close();

    /** What a packet is for. */
    enum PacketType {
        /** It opened the session. */
        OPEN,
        /** It ends the session. */
        CLOSE,
        /** It asks for a {@link #PONG}. */
        PING,
        /** It answers a {@link #PING}. */
        PONG,
        /** It carries a Socket.IO packet, or a part of one. */
        MESSAGE,
        /** It completes an upgrade. */
        UPGRADE,
        /** It does nothing. */
        NOOP
    }

    /**
     * An Engine.IO packet.
     *
     * @param type what it is for
     * @param text what it carries, empty if it carries nothing; {@code null} if that is binary
     * @param binary what a binary message carries, to be read only; otherwise {@code null}
     */
    record Packet(PacketType type, @Nullable String text, @Nullable ByteBuffer binary) {}

    /** Told of packets. */
    @FunctionalInterface
    interface PacketListener {
        /**
         * Called for one packet.
         *
         * @throws Exception reaches the error listeners ({@link SocketIoServer#onError}), and disturbs nothing else
         */
        void packet(Packet packet) throws Exception;
    }

    /** Told of upgrades. */
    @FunctionalInterface
    interface UpgradeListener {
        /**
         * Called with the transport that carries the session from now on.
         *
         * @throws Exception reaches the error listeners ({@link SocketIoServer#onError}), and disturbs nothing else
         */
        void upgraded(Transport transport) throws Exception;
    }
}
