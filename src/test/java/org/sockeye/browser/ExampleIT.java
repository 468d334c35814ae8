package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The example, as people in a browser see it. */
@EnabledIf(value = "org.sockeye.browser.Browser#isInstalled", disabledReason = "no chromium and chromedriver")
class ExampleIT {

    /** Keeps what the page tells the browser to show, and whether the browser showed it. */
    private static final String WATCH_NOTIFICATIONS =
            """
            const Real = window.Notification;
            window.seen = [];
            window.focused = 0;
            window.focus = () => window.focused++;
            window.Notification = class extends Real {
              constructor(title, options) {
                super(title, options);
                const seen = { title, body: options.body, shown: false, closed: false, notification: this };
                window.seen.push(seen);
                this.addEventListener("show", () => { seen.shown = true; });
                this.addEventListener("close", () => { seen.closed = true; });
              }
            };
            """;

    private static ExampleProcess server;
    private Browser browser;

    @BeforeAll
    static void serve(@TempDir Path directory) throws IOException {
        server = ExampleProcess.start(directory, 0);
    }

    @AfterAll
    static void end() {
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

    @Test
    void two_pages_in_a_room_chat() {
        Tab ann = enter(browser.firstTab(), "Ann", "lobby");
        Tab bob = enter(browser.newWindow(), "Bob", "lobby");

        ann.sees(".notice", "Bob came in.").sees("#people", "Bob");
        bob.sees("#people", "Ann").submit("text", "Good morning!");
        ann.sees(".message", "Good morning!").submit("text", "Hello, Bob.");
        bob.sees(".message", "Hello, Bob.").sees(".message.mine", "Good morning!");

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_room_hears_nothing_of_another() {
        Tab ann = enter(browser.firstTab(), "Ann", "lobby");
        Tab bob = enter(browser.newWindow(), "Bob", "garden");

        bob.submit("text", "Only for the garden").sees(".message", "Only for the garden");
        ann.sees("#rooms", "garden (1)").submit("text", "Only for the lobby").sees(".message", "Only for the lobby");

        assertThat(ann.text("#log")).doesNotContain("garden");
        assertThat(bob.text("#log")).doesNotContain("lobby");
    }

    @Test
    void a_page_moves_to_another_room_and_the_old_one_is_told() {
        Tab ann = enter(browser.firstTab(), "Ann", "lobby");
        Tab bob = enter(browser.newWindow(), "Bob", "garden");

        bob.sees("#rooms", "lobby (1)").click("#rooms li:last-child button").seesExactly("#room-name", "lobby");
        ann.sees(".notice", "Bob came in.");
        bob.close();
        ann.sees(".notice", "Bob left.").seesExactly("#people", "Ann");
    }

    @Test
    void what_people_type_is_shown_as_text() {
        String html = "<img src=x onerror=\"document.title='owned'\">";
        Tab ann = enter(browser.firstTab(), html.substring(0, 30), "<b>lobby</b>");
        ann.submit("text", html).sees(".message", html);

        assertThat(ann.evaluate("document.querySelectorAll('#chat img, #chat li b, h2 b').length"))
                .isEqualTo(0L);
        assertThat(ann.evaluate("document.title")).isEqualTo("<b>lobby</b> · Sockeye chat");
    }

    @Test
    void what_is_too_long_or_empty_is_refused_by_the_server() {
        Tab ann = enter(browser.firstTab(), "Ann", "lobby");

        ann.evaluate("document.getElementById('text').removeAttribute('maxlength')");
        ann.evaluate("document.getElementById('text').value = 'x'.repeat(1001)");
        ann.click("#say button").sees("#say-problem", "1 to 1000 characters");
        ann.submit("text", "   ").sees("#say-problem", "1 to 1000 characters");
        ann.submit("text", "Better").sees(".message", "Better").seesExactly("#say-problem", "");
    }

    @Test
    void everything_is_reached_by_keyboard() {
        Tab ann = opened(browser.firstTab());

        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("name");
        ann.press("Ann", Keys.TAB).press(Keys.TAB).press(Keys.ENTER);
        ann.seesExactly("#room-name", "lobby").waitsFor("document.activeElement.id === 'text'");
        ann.press("Hello", Keys.ENTER).sees(".message", "Hello");
        ann.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("log");
    }

    @Test
    void a_hidden_page_gets_a_notification_whose_click_brings_the_conversation_forward() {
        browser.allowNotifications(server.url());
        browser.runBeforeEachPage(WATCH_NOTIFICATIONS);
        Tab ann = enter(browser.firstTab(), "Ann", "lobby");
        ann.click("#notify").waitsFor("document.getElementById('notify').ariaPressed === 'true'");
        ann.hide();
        try (Browser another = Browser.start()) {
            enter(another.firstTab(), "Bob", "lobby")
                    .submit("text", "Are you there?")
                    .sees(".message", "Are you there?");
        }

        ann.waitsFor("seen.length === 1 && seen[0].shown");
        assertThat(ann.evaluate("seen[0].title")).isEqualTo("Bob in lobby");
        assertThat(ann.evaluate("seen[0].body")).isEqualTo("Are you there?");
        assertThat(ann.evaluate("document.title")).isEqualTo("(1) lobby · Sockeye chat");

        ann.evaluate("void document.getElementById('change').click()");
        ann.evaluate("void seen[0].notification.dispatchEvent(new Event('click'))");
        ann.waitsFor("seen[0].closed").waitsFor("focused === 1").sees(".message", "Are you there?");
        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("text");
        assertThat(ann.evaluate("document.title")).isEqualTo("lobby · Sockeye chat");
    }

    @Test
    void a_page_that_is_seen_gets_no_notification() {
        browser.allowNotifications(server.url());
        browser.runBeforeEachPage(WATCH_NOTIFICATIONS);
        Tab ann = enter(browser.firstTab(), "Ann", "lobby");
        ann.click("#notify").waitsFor("document.getElementById('notify').ariaPressed === 'true'");
        Tab bob = enter(browser.newWindow(), "Bob", "lobby");

        bob.submit("text", "You see me.");

        ann.sees(".message", "You see me.");
        assertThat(ann.evaluate("seen.length")).isEqualTo(0L);
    }

    @Test
    void it_looks_good_on_a_desk_and_on_a_phone() {
        Tab ann = opened(browser.firstTab());
        browser.screenshot("enter-1280", 1280, 800);
        browser.screenshot("enter-390", 390, 780);
        enter(ann, "Ann", "lobby");
        Tab bob = enter(browser.newWindow(), "Bob", "lobby");
        bob.submit("text", "Good morning! Has anybody seen the new release notes?");
        ann.sees(".message", "Good morning!")
                .submit("text", "Yes. The upgrade from polling to WebSocket is explained on the second page.");
        bob.sees(".message", "second page");
        for (Tab tab : new Tab[] {ann, bob}) {
            String name = tab == ann ? "ann" : "bob";
            assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            browser.screenshot(name + "-1280", 1280, 800);
            browser.screenshot(name + "-390", 390, 780);
        }
    }

    private static Tab enter(Tab tab, String name, String room) {
        return tab.enterChat(server.url(), name, room);
    }

    private static Tab opened(Tab tab) {
        return tab.openChat(server.url());
    }
}
