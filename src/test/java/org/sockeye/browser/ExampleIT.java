package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The example, as people in a browser see it. */
class ExampleIT extends ExampleTest {

    @Test
    void two_people_in_a_room_chat() {
        Tab ann = device("ann", "lobby");
        Tab bob = device("bob", "lobby");

        ann.sees(".notice", "bob came in.").sees("#people", "bob");
        bob.sees("#people", "ann").submit("text", "Good morning!");
        ann.sees(".message", "Good morning!").submit("text", "Hello, Bob.");
        bob.sees(".message", "Hello, Bob.").sees(".message.mine", "Good morning!");

        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void a_room_hears_nothing_of_another() {
        Tab ann = device("ann", "cellar");
        Tab bob = device("bob", "garden");

        bob.submit("text", "Only for the garden").sees(".message", "Only for the garden");
        ann.sees("#rooms", "garden (1)").submit("text", "Only for the cellar").sees(".message", "Only for the cellar");

        assertThat(ann.text("#log")).doesNotContain("garden");
        assertThat(bob.text("#log")).doesNotContain("cellar");
    }

    @Test
    void a_page_moves_to_another_room_and_the_old_one_is_told() {
        Tab ann = device("ann", "zoo");
        Tab bob = device("bob", "garden");

        bob.sees("#rooms", "zoo (1)").click("#rooms li:last-child button").seesExactly("#room-name", "zoo");
        ann.sees(".notice", "bob came in.");
        bob.close();
        ann.sees(".notice", "bob left.").seesExactly("#people", "ann (you)");
    }

    @Test
    void who_has_two_devices_is_one_person() {
        Tab ann = device("ann", "attic");
        Tab laptop = device("bob", "attic");
        ann.sees(".notice", "bob came in.");
        Tab phone = device("bob", "attic");

        phone.submit("text", "I am here, too").sees(".message.mine", "I am here, too");
        laptop.sees(".message.mine", "I am here, too").close();
        phone.submit("text", "Still here");
        ann.sees(".message", "Still here").sees("#rooms", "attic (2)");

        assertThat(ann.text("#log")).containsOnlyOnce("bob came in.").doesNotContain("left");
        phone.close();
        ann.sees(".notice", "bob left.");
    }

    @Test
    void it_is_seen_that_somebody_is_typing_until_she_has_sent_it_or_thinks_or_goes() {
        Tab ann = device("ann", "kitchen");
        Tab bob = device("bob", "kitchen");

        bob.type("text", "Well");
        ann.seesExactly("#typing", "bob is typing…");
        bob.press(Keys.ENTER);
        ann.seesExactly("#typing", "");
        bob.type("text", "And");
        ann.seesExactly("#typing", "bob is typing…").seesExactly("#typing", "");
        bob.type("text", "So");
        ann.seesExactly("#typing", "bob is typing…");
        bob.close();
        ann.seesExactly("#typing", "");
    }

    @Test
    void nobody_sees_that_somebody_types_what_is_meant_for_one_person_only() {
        Tab ann = device("ann", "bar");
        Tab bob = device("bob", "bar");

        ann.evaluate("void socket.on('typing', () => { window.times = (window.times ?? 0) + 1; })");
        bob.to("ann").type("text", "Secret").press(Keys.ENTER);
        ann.sees(".direct", "Secret");
        bob.to("").type("text", "Open");

        ann.seesExactly("#typing", "bob is typing…");
        assertThat(ann.evaluate("times")).isEqualTo(1L);
    }

    @Test
    void what_people_type_is_shown_as_text() {
        String html = "<img src=x onerror=\"document.title='owned'\">";
        Tab ann = device("ann", "<b>lobby</b>");
        ann.submit("text", html).sees(".message", html);

        assertThat(ann.evaluate("document.querySelectorAll('#chat img, #chat li b, h2 b').length"))
                .isEqualTo(0L);
        assertThat(ann.evaluate("document.title")).isEqualTo("<b>lobby</b> · Sockeye chat");
    }

    @Test
    void what_is_too_long_or_empty_is_refused_by_the_server_and_it_is_said_next_to_the_field() {
        Tab ann = browser().newWindow().openChat(url(), "ann");

        ann.submit("room", "x".repeat(31)).seesExactly("#room-problem", "At most 30 characters.");
        ann.waitsFor("document.getElementById('room').ariaInvalid === 'true'");
        ann.submit("room", "hall").seesExactly("#room-name", "hall");

        ann.evaluate("void (document.getElementById('text').value = 'x'.repeat(1001))");
        ann.click("#say button").seesExactly("#text-problem", "At most 1000 characters.");
        ann.submit("text", "   ").seesExactly("#text-problem", "Write something first.");
        ann.submit("text", "Better").sees(".message", "Better").seesExactly("#text-problem", "");
    }

    @Test
    void who_talks_too_fast_is_slowed_down_and_only_on_that_page() {
        Tab ann = device("ann", "porch");
        Tab phone = device("ann", "porch");

        ann.evaluate(
                "void [...Array(11).keys()].forEach((n) => ask('message', { text: 'No. ' + n }, page.text, () => {}))");
        ann.seesExactly("#text-problem", "Not so fast. Wait a moment.").sees(".message", "No. 9");

        phone.submit("text", "I have a pace of my own").sees(".message", "pace of my own");
        assertThat(phone.text("#log")).doesNotContain("No. 10");
    }

    @Test
    void everything_is_reached_by_keyboard() {
        Tab ann = browser().newWindow().open(url());

        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("name");
        ann.press("ann", Keys.TAB).press("sockeye", Keys.ENTER).seesExactly("#status", "Connected");
        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("room");
        ann.press(Keys.TAB).press(Keys.ENTER);
        ann.seesExactly("#room-name", "lobby").waitsFor("document.activeElement.id === 'text'");
        ann.press("Hello", Keys.ENTER).sees(".message", "Hello");
        ann.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("to");
        ann.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(ann.evaluate("document.activeElement.id")).isEqualTo("log");
    }

    @Test
    void a_wrong_password_is_refused_and_may_be_tried_again() {
        Tab ann = browser().newWindow().open(url()).type("name", "ann").submit("password", "guessed");

        ann.sees(".problem", "do not belong together").click("a").sees("h2", "Log in");
        ann.logIn("ann").seesExactly("#me", "ann");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void it_looks_good_on_a_desk_and_on_a_phone_by_day_and_by_night() {
        Tab bob = browser().newWindow().open(url()).sees("h2", "Log in");
        browser().screenshot("login");
        bob.logIn("bob").submit("room", "x".repeat(31)).sees("#room-problem", "30");
        browser().screenshot("enter");
        Tab mia = device("mia", "café");
        bob.submit("room", "café").sees("#people", "mia");
        bob.submit("text", "Good morning! Has anybody seen the new release notes?");
        mia.sees(".message", "Good morning!")
                .submit("text", "Yes. The upgrade from polling to WebSocket is explained on the second page.");
        mia.click("[title='Write to bob only']").submit("text", "The rest is between you and me.");
        mia.to("").type("text", "Coffee?");
        bob.sees(".direct", "between you and me").sees("#typing", "mia");
        browser().screenshot("chat");
        mia.to("/notice").submit("text", "The café closes at noon.").sees("#notice", "noon");
        mia.submit("text", "   ").waitsFor("page.text.ariaInvalid === 'true'");
        browser().screenshot("moderator");

        for (Tab tab : new Tab[] {bob, mia}) {
            assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }
}
