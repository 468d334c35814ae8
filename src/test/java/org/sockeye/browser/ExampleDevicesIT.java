package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example, when somebody uses it on several devices. */
class ExampleDevicesIT extends ExampleTest {

    @ParameterizedTest
    @CsvSource({
        "undefined, ['polling'], ['websocket']",
        "['polling'], ['websocket'], undefined",
        "['websocket'], undefined, ['polling']",
    })
    void a_direct_message_reaches_all_devices_of_two_people_and_nobody_else(
            String sender, String laptop, String phone) {
        Tab mia = device("mia", "lobby");
        Tab annsLaptop = device("ann", "lobby", laptop);
        Tab annsPhone = device("ann", "garden", phone);
        Tab bob = device("bob", "lobby", sender);

        bob.sees("#people", "ann").writeTo("ann", "Only for you").sees(".direct.mine", "Only for you");
        annsPhone.sees(".direct", "bob to you only").sees(".direct", "Only for you");
        annsLaptop.sees(".direct", "Only for you").writeTo("bob", "From all of my devices");
        annsPhone.sees(".direct.mine", "You to bob only").sees(".direct.mine", "From all of my devices");
        bob.sees(".direct", "From all of my devices").writeTo("", "For everyone");
        mia.sees(".message", "For everyone");
        annsLaptop.sees(".message", "For everyone");

        assertThat(mia.text("#log")).doesNotContain("Only for you", "From all of my devices");
        assertThat(annsPhone.text("#log")).doesNotContain("For everyone");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void who_is_not_here_is_not_written_to() {
        Tab ann = device("ann", "lobby");
        ann.sees("#people", "ann").evaluate("void page.to.append(option('carl', 'carl only'))");

        ann.writeTo("carl", "Hello?").seesExactly("#text-problem", "carl is not here.");
    }

    @Test
    void what_is_meant_for_somebody_who_leaves_meanwhile_does_not_go_to_everyone() {
        Tab ann = device("ann", "shed");
        Tab bob = device("bob", "shed");
        Tab mia = device("mia", "shed");

        bob.to("mia").type("text", "Only for mia");
        mia.close();
        bob.sees(".notice", "mia left.").click("#say button").seesExactly("#text-problem", "mia is not here.");
        bob.writeTo("", "For everyone");

        assertThat(ann.sees(".message", "For everyone").text("#log")).doesNotContain("Only for mia");
    }

    @Test
    void a_page_that_has_lost_its_connection_comes_back_to_its_room() {
        Tab ann = device("ann", "lobby");
        Tab bob = device("bob", "lobby");

        bob.sees("#people", "ann").evaluate("void socket.io.engine.close()");
        bob.sees(".notice", "The connection was lost.").sees(".notice", "You are back.");
        bob.submit("text", "Hello again");

        ann.sees(".notice", "bob left.").sees(".message", "Hello again");
    }

    @Test
    void a_page_whose_login_has_ended_meanwhile_asks_for_another() {
        Tab ann = device("ann", "lobby");

        ann.forgetCookies().evaluate("void socket.io.engine.close()");

        ann.sees("h2", "Log in").logIn("ann").submit("room", "lobby").seesExactly("#room-name", "lobby");
    }

    @Test
    void a_logout_ends_all_devices_and_nobody_elses() {
        Tab laptop = device("ann", "lobby");
        Tab phone = device("ann", "garden", "['polling']");
        Tab bob = device("bob", "lobby");

        laptop.sees("#people", "bob").click("#logout").sees("h2", "Log in");
        phone.sees("h2", "Log in").reload().sees("h2", "Log in");
        bob.sees(".notice", "ann left.").submit("text", "Alone").sees(".message", "Alone");
        laptop.logIn("ann").submit("room", "lobby");
        bob.sees(".notice", "ann came in.");
    }
}
