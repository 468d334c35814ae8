package org.sockeye.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.EmbeddedTomcat;

/** npm's socket.io-client loses its connection again and again while it is told numbers: with everyone, with its room, and by its own socket. */
class RecoveringClientTest {

    private static final int LOSSES = 3;

    /** Tells numbers whenever the client asks, and when it goes. */
    private static final class Telling {

        /** How the socket looked each time that it was connected. */
        private final List<String> arrivals = new CopyOnWriteArrayList<>();

        private int told; // guarded by this
        private int toldBeforeEnd; // guarded by this

        void install(SocketIoServer io) {
            io.onConnection(socket -> {
                arrivals.add("recovered " + socket.recovered() + ", in room "
                        + socket.rooms().contains("room") + ", data "
                        + socket.data().get("name", String.class));
                socket.join("room");
                socket.data().put("name", "Ada");
                socket.on("more", event -> tell(io, socket));
                socket.onDisconnect((reason, description) -> tell(io, socket));
                socket.on("enough", event -> stop(socket));
            });
        }

        /** A socket that is gone tells its client, too. */
        private synchronized void tell(SocketIoServer io, Socket socket) {
            io.emit("tell", ++told);
            io.to("room").emit("tell", ++told);
            socket.emit("tell", ++told);
        }

        private synchronized void stop(Socket socket) {
            toldBeforeEnd = told;
            socket.emit("stopped");
        }

        synchronized List<Object> all() {
            return IntStream.rangeClosed(1, toldBeforeEnd)
                    .<Object>mapToObj(Integer::valueOf)
                    .toList();
        }
    }

    private static List<Object> list(JSONObject seen, String name) throws JSONException {
        JSONArray array = seen.getJSONArray(name);
        return IntStream.range(0, array.length()).mapToObj(array::opt).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling"})
    void it_hears_everything_once_and_in_order(String transport) throws JSONException {
        Telling telling = new Telling();
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .setting("connectionStateRecovery", "true")
                .application(telling::install)
                .start()) {
            String address = tomcat.http("/").toString();
            JSONObject seen =
                    new JSONObject(NodeScript.run("recovering.js", address, transport, String.valueOf(LOSSES)));
            assertThat(list(seen, "told")).hasSizeGreaterThan(3 * LOSSES).isEqualTo(telling.all());
            assertThat(list(seen, "recovered")).containsExactly(false, true, true, true);
            assertThat(list(seen, "ids"))
                    .hasSize(LOSSES + 1)
                    .containsOnly(list(seen, "ids").get(0));
            assertThat(telling.arrivals.subList(1, LOSSES + 1)).containsOnly("recovered true, in room true, data Ada");
        }
    }
}
