package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The example, when its server is stopped and started again. */
@EnabledIf(value = "org.sockeye.browser.Browser#isInstalled", disabledReason = "no chromium and chromedriver")
class ExampleRestartIT {

    @Test
    void both_pages_come_back_by_themselves(@TempDir Path directory) throws Exception {
        try (Browser browser = Browser.start()) {
            Tab ann = browser.firstTab();
            Tab bob = browser.newWindow();
            int port;
            try (ExampleProcess first = ExampleProcess.start(directory, 0)) {
                port = first.port();
                ann.enterChat("http://ann.localhost:" + port + "/", "ann", "lobby");
                bob.enterChat("http://bob.localhost:" + port + "/", "bob", "lobby");
            }
            ann.sees("#status", "Reconnecting").sees(".notice", "The connection was lost.");
            bob.sees("#status", "Reconnecting").submit("text", "Kept").sees("#text-problem", "no connection");
            try (ExampleProcess second = ExampleProcess.start(directory, port)) {
                assertThat(second.port()).isEqualTo(port);
                ann.seesExactly("#status", "Connected")
                        .sees(".notice", "You are back.")
                        .sees("#people", "bob");
                bob.sees(".notice", "You are back.").sees("#people", "ann");
                assertThat(bob.evaluate("document.getElementById('text').value"))
                        .isEqualTo("Kept");
                bob.press(Keys.ENTER);
                ann.sees(".message", "Kept");
            }
        }
    }
}
