package org.sockeye.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy on a free port of 127.0.0.1 that lets HTTP through, and has a manner with requests that ask for a WebSocket.
 *
 * <p>Every request has a connection of its own, to the proxy and from there to the server.
 */
public final class UnkindProxy implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UnkindProxy.class.getName());

    private final int target;
    private final Manner manner;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** A proxy in front of the server on this port of 127.0.0.1. */
    public UnkindProxy(int target, Manner manner) {
        this.target = target;
        this.manner = manner;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The address of a path, through the proxy. */
    public URI http(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (Passage passage = new Passage(this, client)) {
            if (passage.asksForWebSocket()) {
                manner.treat(passage);
            } else {
                passage.passOneRequest();
            }
        }
    }

    /** A connection to the server. */
    Socket connect() throws IOException {
        return opened(new Socket(InetAddress.getLoopbackAddress(), target));
    }

    Socket opened(Socket socket) {
        open.add(socket);
        return socket;
    }

    void closed(Socket socket) throws IOException {
        open.remove(socket);
        socket.close();
    }

    /** Does something on a thread of its own, until one of the ends goes away. */
    void start(Traffic traffic) {
        threads.execute(() -> {
            try {
                traffic.run();
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "a connection through the proxy broke", gone);
            }
        });
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                closed(socket);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdown();
    }

    /** What is done with a request that asks for a WebSocket: the connections end when this returns. */
    @FunctionalInterface
    public interface Manner {
        void treat(Passage passage) throws IOException;
    }

    /** Something that reads and writes. */
    @FunctionalInterface
    interface Traffic {
        void run() throws IOException;
    }
}
