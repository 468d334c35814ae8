package org.sockeye.conformance;

import java.util.Map;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;

/** What the official suite of socket.io-protocol expects, and a few namespaces for the sentences of the document that it does not check. */
final class ProtocolApplication implements AutoCloseable {

    private final EmbeddedTomcat tomcat;

    private ProtocolApplication(EmbeddedTomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** Starts one with some settings that are not the default. */
    static ProtocolApplication start(Map<String, String> settings) {
        EmbeddedTomcat.Builder builder = EmbeddedTomcat.builder().application(ProtocolApplication::install);
        settings.forEach(builder::setting);
        return new ProtocolApplication(builder.start());
    }

    private static void install(SocketIoServer io) {
        ReferenceApplication.install(io);
        io.onConnection(ProtocolApplication::talk);
        io.of("/echo").onConnection(ProtocolApplication::talk);
        io.of("/refused").use(candidate -> {
            throw new ConnectionRefusedException("Not authorized");
        });
        io.of("/refused-with-data").use(candidate -> {
            throw new ConnectionRefusedException("Not authorized", Map.of("code", 7));
        });
    }

    private static void talk(Socket socket) {
        socket.on("id", event -> event.answer(socket.id()));
        socket.on("nothing", event -> event.answer());
        socket.on("tell", event -> event.answer((Object) new byte[] {1, 2, 3}));
        socket.on("go", event -> socket.disconnect());
        socket.on("say", event -> socket.emit("said", event.argument(0, Object.class)));
        socket.on("ask", event -> socket.emitWithAck("question")
                .thenAccept(reply -> socket.emit("answered", reply.argument(0, Object.class))));
    }

    EngineClient client() {
        return new EngineClient(tomcat.http("/socket.io/"));
    }

    int port() {
        return tomcat.port();
    }

    @Override
    public void close() {
        tomcat.close();
    }
}
