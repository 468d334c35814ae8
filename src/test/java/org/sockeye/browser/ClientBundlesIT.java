package org.sockeye.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.SocketIoServer;
import org.sockeye.harness.EmbeddedTomcat;

/** The other bundles of the client that the server itself serves, in a real browser: msgpack, and the ECMAScript module. */
@EnabledIf(value = "org.sockeye.browser.Browser#isInstalled", disabledReason = "no chromium and chromedriver")
class ClientBundlesIT {

    private static final String MSGPACK = "<script src=\"socket.io/socket.io.msgpack.min.js\"></script><script>";
    private static final String MODULE =
            "<script type=\"module\">import { io } from \"./socket.io/socket.io.esm.min.js\";";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <title>Bundle</title>
            <link rel="icon" href="data:,">
            %s
            const seen = window.seen = {};
            const transports = [location.search.slice(1)];
            const socket = io({ transports, auth: { token: "t" } });
            const bytes = Uint8Array.from({ length: 256 }, (_, index) => index).buffer;
            socket.on("connect", async () => {
              const [token, word, back] = await socket.timeout(10000).emitWithAck("echo", "grüß dich 🐟", { deep: [bytes] });
              const got = new Uint8Array(back.deep[0]);
              seen.echoed = token + " " + word + " " + got.length + " " + got.every((value, index) => value === index);
            });
            </script>
            """;

    private static Browser browser;

    @BeforeAll
    static void look() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static void application(SocketIoServer io) {
        io.onConnection(socket -> socket.on(
                "echo",
                event -> event.answer(new Object[] {
                    new Object[] {
                        socket.handshake().auth().get("token"),
                        event.argument(0, String.class),
                        event.argument(1, Object.class)
                    }
                })));
    }

    @ParameterizedTest
    @CsvSource({"msgpack, polling", "msgpack, websocket", "default, polling", "default, websocket"})
    void exchange_text_and_binary(String parser, String transport) {
        String script = parser.equals("msgpack") ? MSGPACK : MODULE;
        try (EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                .file("index.html", PAGE.formatted(script))
                .setting("parser", parser)
                .application(ClientBundlesIT::application)
                .start()) {
            browser.firstTab()
                    .open(tomcat.http("/index.html?" + transport).toString())
                    .waitsFor("window.seen && seen.echoed === 't grüß dich 🐟 256 true'");
            browser.firstTab().open("about:blank");
        }
    }
}
