package org.sockeye.benchmarks.load;

/** A client by WebSocket. */
final class WebSocketPeer extends Peer {

    private final WebSocketWire wire;

    /** Only used by the event loop's thread. */
    private boolean opened;

    private WebSocketPeer(EventLoop loop, int port, String path, boolean bare) {
        opened = bare;
        wire = new WebSocketWire(loop, port, path, this::text);
    }

    static Peer socketIo(EventLoop loop, int port) {
        return new WebSocketPeer(loop, port, "/socket.io/?EIO=4&transport=websocket", false);
    }

    /** A client of the bare endpoint, that needs no handshake but WebSocket's. */
    static Peer bare(EventLoop loop, int port) {
        return new WebSocketPeer(loop, port, "/bare/websocket", true);
    }

    private void text(String packet) {
        if (opened) {
            received(packet);
        } else {
            opened = !sid(packet).isEmpty();
            send("40");
        }
    }

    @Override
    public void send(String packet) {
        wire.send(packet);
    }
}
