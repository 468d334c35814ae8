package org.sockeye.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sockeye.Reply;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;

/** Hears numbers from one client, and tells it one for each that it hears for the first time, until it has heard enough. */
final class CountingApplication {

    private final boolean acknowledged;
    private final Predicate<CountingApplication> enough;

    /** Guarded by this, as are the next two. */
    private final List<Integer> heard = new ArrayList<>();

    private final List<String> transports = new ArrayList<>();
    private final List<Integer> heardSinceUpgrade = new ArrayList<>();

    /** Guarded by this. */
    private int told;

    /** Guarded by this. */
    private boolean telling;

    /** Guarded by this. */
    private boolean stopped;

    /** Guarded by this. */
    private @Nullable Socket current;

    /**
     * An application for one client.
     *
     * @param acknowledged whether a number that the client does not acknowledge is told again, to the client's next socket
     * @param enough looked at whenever a number was heard for the first time
     */
    CountingApplication(boolean acknowledged, Predicate<CountingApplication> enough) {
        this.acknowledged = acknowledged;
        this.enough = enough;
    }

    void install(SocketIoServer io) {
        io.onConnection(this::connected);
    }

    /** Every number heard, in the order heard. */
    synchronized List<Integer> heard() {
        return List.copyOf(heard);
    }

    /** By which transport the client came, each time. */
    synchronized List<String> transports() {
        return List.copyOf(transports);
    }

    /** How many numbers were heard for the first time since the client said that it has upgraded; zero before. */
    synchronized int heardSinceUpgrade() {
        return Math.max(0, heardSinceUpgrade.size() - 1);
    }

    private void connected(Socket socket) {
        arrived(socket);
        socket.on("say", Integer.class, this::said);
        socket.on("upgraded", event -> {
            upgraded();
            event.answer();
        });
        socket.on("stopped", event -> {
            event.answer();
            stop();
        });
        tellNext();
    }

    private synchronized void arrived(Socket socket) {
        current = socket;
        telling = false;
        heardSinceUpgrade.clear();
        transports.addAll(socket.handshake().request().query().getOrDefault("transport", List.of()));
    }

    private synchronized void upgraded() {
        heardSinceUpgrade.add(0);
    }

    private synchronized void stop() {
        stopped = true;
        tellNext();
    }

    private void said(@Nullable Integer number, SocketEvent event) {
        boolean first = hear(number == null ? -1 : number);
        event.answer();
        tellNext();
        if (first && enough.test(this)) {
            sayEnough();
        }
    }

    /** To the client's present socket: the event may have been one of its last. */
    private synchronized void sayEnough() {
        if (current != null) {
            current.emit("enough");
        }
    }

    private synchronized boolean hear(int number) {
        boolean first = !heard.contains(number);
        heard.add(number);
        if (first && !heardSinceUpgrade.isEmpty()) {
            heardSinceUpgrade.add(number);
        }
        return first;
    }

    private synchronized void tellNext() {
        Socket socket = current;
        long due = heard.stream().distinct().count();
        if (socket == null || telling) {
            return;
        }
        if (told == due) {
            if (stopped) {
                socket.emit("stopped");
            }
        } else if (acknowledged) {
            telling = true;
            socket.emitWithAck("tell", told + 1).whenComplete((reply, failure) -> answered(socket, reply));
        } else {
            socket.emit("tell", ++told);
        }
    }

    private synchronized void answered(Socket socket, @Nullable Reply reply) {
        if (socket == current && reply != null) {
            telling = false;
            told++;
            tellNext();
        }
    }
}
