package org.sockeye.clients;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Socket;
import org.sockeye.SocketEvent;
import org.sockeye.SocketIoServer;

/** What the official clients talk to. */
public final class ClientsApplication {

    /** An object with bytes in it. */
    public record Photo(String name, byte[] data) {}

    private ClientsApplication() {}

    static void install(SocketIoServer io) {
        io.onConnection(ClientsApplication::connected);
        io.of("/refusing").use(candidate -> {
            throw new ConnectionRefusedException(
                    "not you", Map.of("token", candidate.handshake().auth().getOrDefault("token", "none")));
        });
        io.of("/room").onConnection(socket -> {
            socket.join("all");
            socket.on("say", event -> socket.to("all").emit("said", all(event)));
            socket.on("who", event -> event.answer(socket.id()));
            socket.emit("joined");
        });
    }

    private static void connected(Socket socket) {
        socket.on("echo", event -> event.answer(all(event)));
        socket.on("echo back", event -> socket.emit("echoed", all(event)));
        socket.on("photo", Photo.class, (photo, event) -> {
            if (photo != null) {
                byte[] doubled = new byte[photo.data().length * 2];
                System.arraycopy(photo.data(), 0, doubled, 0, photo.data().length);
                System.arraycopy(photo.data(), 0, doubled, photo.data().length, photo.data().length);
                event.answer(new Photo(photo.name() + "!", doubled));
            }
        });
        socket.on("ask me", event -> socket.emitWithAck("question", "how much?", new byte[] {1, 2, 3})
                .thenAccept(reply -> socket.emit("answered", reply.argument(0, Object.class))));
        socket.on(
                "transport",
                event -> event.answer(socket.handshake().request().query().get("transport")));
        socket.on("who", event -> event.answer(socket.id()));
        socket.on("send me away", event -> socket.disconnect());
    }

    private static @Nullable Object[] all(SocketEvent event) {
        @Nullable Object[] all = new @Nullable Object[event.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = event.argument(i, Object.class);
        }
        return all;
    }
}
