package org.sockeye.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a moderator may do in the example, and nobody else. */
class ExampleModeratorIT extends ExampleTest {

    @Test
    void a_notice_reaches_everyone_in_whichever_room_and_only_a_moderator_can_send_one() {
        Tab mia = device("mia", "lobby");
        Tab garden = device("bob", "garden");
        Tab bob = browser().newWindow().openChat(url(), "bob");

        mia.to("/notice").submit("text", "Tea is ready 🫖");
        garden.seesExactly("#notice", "Notice: Tea is ready 🫖").sees(".notice", "Tea is ready");
        bob.seesExactly("#notice", "Notice: Tea is ready 🫖");

        bob.evaluate("void postNotice('For the kitchen', () => {})");
        bob.waitsFor("document.getElementById('text-problem').textContent !== ''");
    }

    @Test
    void a_moderator_removes_somebody_from_all_of_her_devices_and_nobody_else_can() {
        Tab mia = device("mia", "lobby");
        Tab laptop = device("ann", "lobby");
        Tab phone = device("ann", "garden", "['polling']");
        Tab bob = device("bob", "lobby");

        bob.sees("#people", "ann");
        assertThat(bob.evaluate("[...document.querySelectorAll('#people [aria-label]')].every(e => e.hidden)"))
                .isEqualTo(true);
        bob.evaluate("void ask('remove', 'ann', page.text, () => note('removed'))");
        bob.seesExactly("#text-problem", "Forbidden");

        mia.sees("#people", "ann").click("[aria-label='Remove ann']").sees(".notice", "You have removed ann.");
        laptop.sees("#room-problem", "removed you").evaluate("void showProblem(page.room, '')");
        laptop.submit("room", "lobby").sees("#room-problem", "removed you");
        phone.sees("#room-problem", "removed you");
        bob.sees(".notice", "ann left.").submit("text", "Still here").sees(".message", "Still here");
    }
}
