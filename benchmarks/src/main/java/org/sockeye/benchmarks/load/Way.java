package org.sockeye.benchmarks.load;

import java.util.function.BiFunction;
import org.sockeye.benchmarks.server.Contender;

/** How peers reach a server. */
public enum Way {
    WEBSOCKET("WebSocket", WebSocketPeer::bare, WebSocketPeer::socketIo),
    POLLING("long-polling", PollingPeer::bare, PollingPeer::socketIo);

    private final String text;
    private final BiFunction<EventLoop, Integer, Peer> bare;
    private final BiFunction<EventLoop, Integer, Peer> socketIo;

    Way(String text, BiFunction<EventLoop, Integer, Peer> bare, BiFunction<EventLoop, Integer, Peer> socketIo) {
        this.text = text;
        this.bare = bare;
        this.socketIo = socketIo;
    }

    /** Begins to connect. */
    public Peer connect(Contender contender, EventLoop loop, int port) {
        return (contender == Contender.SOCKEYE ? socketIo : bare).apply(loop, port);
    }

    @Override
    public String toString() {
        return text;
    }
}
