package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The notifications of the example's page. */
class ExampleNotificationsIT extends ExampleTest {

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

    @Test
    void a_hidden_page_gets_a_notification_whose_click_brings_the_conversation_forward() {
        Tab ann = annWhoWantsNotifications();
        ann.hide();
        try (Browser another = Browser.start()) {
            another.firstTab()
                    .enterChat(url(), "bob", "lobby")
                    .submit("text", "Are you there?")
                    .sees(".message", "Are you there?");
        }

        ann.waitsFor("seen.length === 1 && seen[0].shown");
        assertThat(ann.evaluate("seen[0].title")).isEqualTo("bob in lobby");
        assertThat(ann.evaluate("seen[0].body")).isEqualTo("Are you there?");
        assertThat(ann.evaluate("document.title")).isEqualTo("(1) lobby · Sockeye chat");

        ann.evaluate("void document.getElementById('change').click()");
        ann.evaluate("void seen[0].notification.dispatchEvent(new Event('click'))");
        ann.waitsFor("seen[0].closed").waitsFor("focused === 1").sees(".message", "Are you there?");
        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("text");
        assertThat(ann.evaluate("document.title")).isEqualTo("lobby · Sockeye chat");
    }

    @Test
    void a_direct_message_says_so_in_its_notification() {
        Tab ann = annWhoWantsNotifications();
        ann.hide();
        try (Browser another = Browser.start()) {
            another.firstTab()
                    .enterChat(url(), "bob", "lobby")
                    .writeTo("ann", "Psst")
                    .sees(".direct", "Psst");
        }

        ann.waitsFor("seen.length === 1 && seen[0].shown");
        assertThat(ann.evaluate("seen[0].title")).isEqualTo("bob to you only");
        assertThat(ann.evaluate("seen[0].body")).isEqualTo("Psst");
    }

    @Test
    void a_page_that_is_seen_gets_no_notification() {
        Tab ann = annWhoWantsNotifications();
        Tab bob = device("bob", "lobby");

        bob.submit("text", "You see me.");

        ann.sees(".message", "You see me.");
        assertThat(ann.evaluate("seen.length")).isEqualTo(0L);
    }

    private Tab annWhoWantsNotifications() {
        String url = url();
        browser().allowNotifications(url);
        Tab ann = browser().newWindow().runBeforeEachPage(WATCH_NOTIFICATIONS).enterChat(url, "ann", "lobby");
        return ann.click("#notify").waitsFor("document.getElementById('notify').ariaPressed === 'true'");
    }
}
