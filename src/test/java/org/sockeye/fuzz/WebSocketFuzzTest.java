package org.sockeye.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.RawConnection;

/** Whatever the messages of a WebSocket are: they are taken, or the WebSocket is closed as the protocol has it. */
class WebSocketFuzzTest {

    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final byte[] NORMAL = {1000 >> 8, (byte) 1000};

    /** Normal, and too large; never an error of the server's own. */
    private static final List<Integer> CLOSE_CODES = List.of(1000, 1009);

    private static final List<String> WORDS = Garbage.words(
            "40 40/admin, 42[\"a\"] 4 451-[\"a\",{\"_placeholder\":true,\"num\":0}] 452- bAQID b 431[] 43 1 2 2probe 3 "
                    + "5 6 0 7 [ { \" \u001e \u20ac \ud83d\ude00 \u0000 __proto__");

    /** One message, in as many frames as there are cuts. */
    record Message(int opcode, byte[] content, int frames) {

        /** Text that is no UTF-8 never reaches us: Tomcat closes by itself, and its frame may mix with one that is being sent. */
        boolean isReadable() {
            return opcode == BINARY || Arrays.equals(content, new String(content, UTF_8).getBytes(UTF_8));
        }

        @Override
        public String toString() {
            return opcode + " in " + frames + ": " + new String(content, ISO_8859_1);
        }
    }

    @SuppressWarnings("NullAway.Init") // set before all properties
    private static EmbeddedTomcat tomcat;

    @SuppressWarnings("NullAway.Init") // set before all properties
    private static EngineClient client;

    @BeforeContainer
    static void start() {
        tomcat = EmbeddedTomcat.builder()
                .setting("pingInterval", "60000")
                .setting("maxPayload", "1000")
                .setting("allowEIO3", "true")
                .application(io -> io.onConnection(socket -> socket.on("a", event -> socket.emit("a", event.count()))))
                .start();
        client = new EngineClient(tomcat.http("/socket.io/"));
    }

    @AfterContainer
    static void stop() {
        tomcat.close();
    }

    @Provide
    Arbitrary<List<Message>> messages() {
        Arbitrary<byte[]> contents = Arbitraries.frequencyOf(
                Tuple.of(5, Garbage.of(4, WORDS).map(text -> text.getBytes(UTF_8))),
                Tuple.of(1, Arbitraries.integers().between(995, 1005).map(size -> new byte[size])),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(20)));
        return Combinators.combine(
                        Arbitraries.of(TEXT, TEXT, TEXT, BINARY),
                        contents,
                        Arbitraries.integers().between(1, 3))
                .as(Message::new)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> dialects() {
        return Arbitraries.of("EIO=4", "EIO=3", "EIO=3&b64=1");
    }

    @Property
    void a_session_takes_any_messages_or_is_closed(
            @ForAll("messages") List<Message> messages, @ForAll("dialects") String dialect) {
        assertTaken("/socket.io/?transport=websocket&" + dialect, messages);
    }

    @Property
    void an_upgrade_takes_any_messages_or_is_closed(@ForAll("messages") List<Message> messages) {
        String sid = client.open();
        assertTaken("/socket.io/?EIO=4&transport=websocket&sid=" + sid, messages);
        client.post(sid, "1");
    }

    private static void assertTaken(String path, List<Message> messages) {
        try (CapturedLog log = new CapturedLog("");
                RawConnection connection = new RawConnection(tomcat.port())) {
            assertThat(connection.webSocket(path).head()).startsWith("HTTP/1.1 101 ");
            connection.send(frames(messages)); // in one write, as the server may close after the first of them
            int code = closeCode(connection);
            if (messages.stream().allMatch(Message::isReadable)) {
                assertThat(code).isIn(CLOSE_CODES);
            }
            connection.reset();
            assertThat(log.text(Level.WARNING)).isEmpty();
        }
    }

    private static byte[] frames(List<Message> messages) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (Message message : messages) {
            byte[] content = message.content();
            int size = content.length / message.frames();
            for (int i = 0; i < message.frames(); i++) {
                boolean last = i == message.frames() - 1;
                byte[] part = Arrays.copyOfRange(content, i * size, last ? content.length : (i + 1) * size);
                frames.writeBytes(RawConnection.frameOf(i == 0 ? message.opcode() : 0, last, part));
            }
        }
        frames.writeBytes(RawConnection.frameOf(CLOSE, true, NORMAL));
        return frames.toByteArray();
    }

    /**
     * The code with which the server closes, of its own accord or in answer. Where both close at once Tomcat may end the connection before it
     * has sent its frame, and with a reset if there was more to read.
     */
    private static int closeCode(RawConnection connection) {
        try {
            Optional<Map.Entry<Integer, byte[]>> frame = connection.anyFrame();
            while (frame.isPresent() && frame.get().getKey() != CLOSE) {
                frame = connection.anyFrame();
            }
            return frame.map(close -> (int) ByteBuffer.wrap(close.getValue()).getShort())
                    .orElse(1000);
        } catch (UncheckedIOException reset) {
            assertThat(reset).hasMessageContaining("reset");
            return 1000;
        }
    }
}
