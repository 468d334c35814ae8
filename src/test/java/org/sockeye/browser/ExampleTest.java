package org.sockeye.browser;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A test of the example: one server for all tests of a class, and a new browser for each. */
@EnabledIf(value = "org.sockeye.browser.Browser#isInstalled", disabledReason = "no chromium and chromedriver")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExampleTest {

    private ExampleProcess server;
    private Browser browser;
    private int devices;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        server = ExampleProcess.start(directory, 0);
    }

    @AfterAll
    void end() {
        server.close();
    }

    @BeforeEach
    void look() {
        browser = Browser.start();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    Browser browser() {
        return browser;
    }

    /** The example, at an address that no other page has had: what a browser keeps for one, cookies and logins, is not sent to others. */
    String url() {
        devices++;
        return "http://device" + devices + ".localhost:" + server.port() + "/";
    }

    /** A device of somebody who has logged in, and entered a room. */
    Tab device(String name, String room) {
        return browser.newWindow().enterChat(url(), name, room);
    }

    /** A device whose page uses these transports, in the words of the client's option; {@code undefined} for its default. */
    Tab device(String name, String room, String transports) {
        String script =
                """
                let original;
                Object.defineProperty(window, "io", {
                  get: () => (options) => original({ ...options, transports: %s }),
                  set: (io) => { original = io; },
                });
                """;
        return browser.newWindow()
                .runBeforeEachPage(script.formatted(transports))
                .enterChat(url(), name, room);
    }
}
