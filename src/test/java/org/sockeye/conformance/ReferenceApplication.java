package org.sockeye.conformance;

import org.jspecify.annotations.Nullable;
import org.sockeye.Arguments;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;

/** What the application of the socket.io-protocol README does. */
final class ReferenceApplication {

    private ReferenceApplication() {}

    static void install(SocketIoServer io) {
        io.onConnection(ReferenceApplication::connected);
        io.of("/custom").onConnection(ReferenceApplication::sendAuth);
    }

    private static void connected(Socket socket) {
        sendAuth(socket);
        socket.on("message", event -> socket.emit("message-back", all(event)));
        socket.on("message-with-ack", event -> event.answer(all(event)));
    }

    private static void sendAuth(Socket socket) {
        socket.emit("auth", socket.handshake().auth());
    }

    private static @Nullable Object[] all(Arguments arguments) {
        @Nullable Object[] all = new @Nullable Object[arguments.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = arguments.argument(i, Object.class);
        }
        return all;
    }
}
