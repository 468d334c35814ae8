package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.EmbeddedTomcat;

/** A page with the client that the server itself serves, in a real browser; without options unless it says otherwise. */
@EnabledIf(value = "org.sockeye.browser.Browser#isInstalled", disabledReason = "no chromium and chromedriver")
class StockClientIT {

    private static final String STOCK = "undefined";
    private static final String POLLING = "{transports:['polling']}";
    private static final String WEBSOCKET = "{transports:['websocket']}";

    private static final byte[] EVERY_BYTE = everyByte();

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <title>Stock client</title>
            <link rel="icon" href="data:,">
            <script src="socket.io/socket.io.js"></script>
            <script>
            const seen = { events: [] };
            const socket = io(eval("(" + decodeURIComponent(location.search.slice(1)) + ")"));
            const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);

            socket.io.on("open", () => {
              seen.opened = socket.io.engine.transport.name;
              socket.io.engine.on("upgrade", (transport) => { seen.upgraded = transport.name; });
            });
            socket.on("connect", () => { seen.connected = true; });
            socket.on("greeting", (...words) => { seen.events.push(JSON.stringify(words)); });
            socket.on("question", (question, answer) => answer(question + " Yes."));
            socket.on("bytes", async (name, data) => { seen.bytes = name + " " + data.constructor.name + " " + await same(data); });

            async function same(data) {
              const got = new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : data);
              return got.length === bytes.length && got.every((value, index) => value === index);
            }

            async function send(value) {
              const [equal, back] = await socket.timeout(10000).emitWithAck("photo", { name: "x", data: value });
              seen.sent = equal + " " + await same(back);
            }
            </script>
            """;

    private final CompletableFuture<Socket> connected = new CompletableFuture<>();
    private static Browser browser;
    private EmbeddedTomcat tomcat;

    @BeforeAll
    static void look() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void start() {
        tomcat = EmbeddedTomcat.builder()
                .file("index.html", PAGE)
                .application(this::application)
                .start();
    }

    @AfterEach
    void stop() {
        browser.firstTab().open("about:blank");
        tomcat.close();
    }

    private void application(SocketIoServer io) {
        io.onConnection(socket -> {
            socket.on("sum", Integer.class, Integer.class, (a, b, event) -> event.answer(a + b));
            socket.on(
                    "photo",
                    Photo.class,
                    (photo, event) -> event.answer(List.of(Arrays.equals(photo.data(), EVERY_BYTE), photo.data())));
            connected.complete(socket);
        });
    }

    /** What a page sends with bytes in it. */
    public record Photo(String name, byte[] data) {}

    @Test
    void connects_by_polling_and_upgrades_to_websocket() {
        Tab page = open(STOCK);

        page.waitsFor("seen.upgraded === 'websocket'");
        assertThat(page.evaluate("seen.opened")).isEqualTo("polling");
        assertThat(page.evaluate("socket.io.engine.transport.name")).isEqualTo("websocket");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, POLLING, WEBSOCKET})
    void receives_events_in_order(String options) throws Exception {
        Tab page = open(options);

        for (int number = 0; number < 100; number++) {
            socket().emit("greeting", "grüß dich 🐟", number);
        }

        page.waitsFor("seen.events.length === 100");
        assertThat(page.evaluate("seen.events.every((event, n) => event === `[\"grüß dich 🐟\",${n}]`)"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, POLLING, WEBSOCKET})
    void gets_its_events_acknowledged(String options) {
        Tab page = open(options);

        page.evaluate("void socket.emit('sum', 20, 22, (sum) => { seen.sum = sum; })");

        page.waitsFor("seen.sum === 42");
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, POLLING, WEBSOCKET})
    void acknowledges_events_of_the_server(String options) throws Exception {
        open(options);

        String reply = socket().emitWithAck("question", "There?")
                .thenApply(answer -> String.valueOf(answer.argument(0, String.class)))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        assertThat(reply).isEqualTo("There? Yes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {STOCK, POLLING, WEBSOCKET})
    void receives_bytes(String options) throws Exception {
        Tab page = open(options);

        socket().emit("bytes", "every", EVERY_BYTE);

        page.waitsFor("seen.bytes === 'every ArrayBuffer true'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Blob([bytes])", "bytes.buffer", "bytes", "new DataView(bytes.buffer)"})
    void sends_bytes_of_every_kind_over_websocket(String value) {
        Tab page = open(WEBSOCKET);

        page.evaluate("void send(" + value + ")");

        page.waitsFor("seen.sent === 'true true'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Blob([bytes])", "bytes.buffer", "bytes", "new DataView(bytes.buffer)"})
    void sends_bytes_of_every_kind_by_polling(String value) {
        Tab page = open(POLLING);

        page.evaluate("void send(" + value + ")");

        page.waitsFor("seen.sent === 'true true'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Blob([bytes])", "bytes.buffer", "bytes", "new DataView(bytes.buffer)"})
    void sends_bytes_of_every_kind_after_the_upgrade(String value) {
        Tab page = open(STOCK).waitsFor("seen.upgraded === 'websocket'");

        page.evaluate("void send(" + value + ")");

        page.waitsFor("seen.sent === 'true true'");
    }

    private Tab open(String options) {
        String query = URLEncoder.encode(options, StandardCharsets.UTF_8);
        return browser.firstTab()
                .open(tomcat.http("/index.html?" + query).toString())
                .waitsFor("seen.connected");
    }

    private Socket socket() throws Exception {
        return connected.get(10, TimeUnit.SECONDS);
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = (byte) value;
        }
        return bytes;
    }
}
