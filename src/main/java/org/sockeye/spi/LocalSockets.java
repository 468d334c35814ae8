package org.sockeye.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockeye.RoomListener;

/** The sockets of one namespace on this node, as an {@link Adapter} uses them. Safe for any thread; nothing here waits. */
public interface LocalSockets {

    /** The name of the namespace. */
    String namespace();

    /** The names of the rooms that somebody of this node is in. A copy. */
    Set<String> rooms();

    /** Tells of each room that appears and disappears on this node from now on, on the dispatch, in order. */
    void onRoom(RoomListener listener);

    /** Sends an event to the sockets of this node that match; it is encoded once for all of them. */
    void deliver(EventPacket packet, Selector selector, Flags flags);

    /**
     * Sends an event to the sockets of this node that match, says at once how many they are, and hands on what each of them answers until the
     * deadline of the flags. Who leaves does not answer; nothing is kept for it.
     */
    void deliverWithAck(EventPacket packet, Selector selector, Flags flags, Answers answers);

    /** The sockets of this node that match. */
    List<SocketDetails> fetch(Selector selector);

    /** Has the sockets of this node that match enter rooms. */
    void join(Selector selector, Set<String> rooms);

    /** Has the sockets of this node that match leave rooms. */
    void leave(Selector selector, Set<String> rooms);

    /** Disconnects the sockets of this node that match; with {@code close} the connections of their clients, too. */
    void disconnect(Selector selector, boolean close);

    /** Tells the application on this node of an event that another server has sent; one after the other, on the dispatch. */
    void serverSideEvent(EventPacket packet);

    /** As {@link #serverSideEvent(EventPacket)}, for an event that is to be answered: at most once, and possibly never. */
    void serverSideEvent(EventPacket packet, Consumer<AnswerPacket> answer);

    /** Keeps the session of a socket of this node that leaves just now, whose client may come back. Nothing that is not there any more is kept. */
    void persistSession(RecoverableSession session);

    /**
     * Lets a client have a session back that this node keeps. It is kept no longer; empty if there is none, or some of what the client has missed is not
     * here.
     *
     * @param offset that of the last event which the client has read, {@code null} if it has read none
     */
    CompletionStage<Optional<RestoredSession>> restoreSession(String pid, @Nullable String offset);
}
