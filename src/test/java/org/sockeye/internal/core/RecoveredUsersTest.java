package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.Dispatch;
import org.sockeye.harness.CapturedLog;

/** Only the user who has begun a session comes back to it, whoever else has its secret. */
class RecoveredUsersTest {

    abstract static class Suite extends RecoverySuite {

        Suite(Dispatch dispatch) {
            super(dispatch);
        }

        @BeforeEach
        void recovering() {
            startRecovering();
        }

        private FakeConnection openBy(@Nullable String user) {
            return user == null ? open() : openAs(user);
        }

        private Guest arrive(@Nullable String user) throws InterruptedException {
            return guest(openBy(user).says("0"));
        }

        private FakeConnection claimAs(Guest guest, @Nullable String user) throws InterruptedException {
            FakeConnection client = openBy(user).says("0{\"pid\":\"" + guest.pid() + "\"}");
            settle();
            return client;
        }

        @Test
        void a_user_comes_back_with_what_she_has_missed_as_this_user() throws InterruptedException {
            Guest alice = arrive("alice");
            lose(alice);
            server.ofUser("alice").emit("mail");
            server.ofUser("mallory").emit("other mail");
            FakeConnection back = claimAs(alice, "alice");
            assertThat(events(back)).containsExactly("2[\"mail\"]", welcome(alice));
            assertThat(last().recovered()).isTrue();
            back.forgetWhatWasHeard();
            server.ofUser("alice").emit("again");
            assertThat(events(back)).containsExactly("2[\"again\"]");
        }

        @ParameterizedTest
        @CsvSource({"alice,mallory", "alice,Alice", "alice,", ",mallory", "alice,''"})
        void whoever_else_claims_it_begins_anew_and_its_user_finds_it_as_it_was(
                @Nullable String user, @Nullable String other) throws InterruptedException {
            Guest guest = arrive(user);
            last().join("secret");
            lose(guest);
            server.to("secret").emit("plan");
            FakeConnection stranger = claimAs(guest, other);
            assertBeginsAnew(stranger, guest);
            assertThat(last().rooms()).containsExactly(last().id());
            FakeConnection back = claimAs(guest, user);
            assertThat(events(back)).containsExactly("2[\"plan\"]", welcome(guest));
        }

        @Test
        void whoever_else_claims_a_session_that_goes_on_does_not_end_it() throws InterruptedException {
            Guest alice = arrive("alice");
            assertBeginsAnew(claimAs(alice, "mallory"), alice);
            assertThat(alice.client().isOpen()).isTrue();
            server.ofUser("alice").emit("mail");
            assertThat(events(alice.client())).containsExactly("2[\"mail\"]");
        }

        @Test
        void the_first_claim_of_a_stranger_is_a_warning_without_the_secret() throws InterruptedException {
            try (CapturedLog log = new CapturedLog("org.sockeye.core")) {
                Guest alice = arrive("alice");
                claimAs(alice, "mallory");
                claimAs(alice, "mallory");
                assertThat(log.text(Level.WARNING))
                        .containsOnlyOnce("another user")
                        .doesNotContain(alice.pid());
            }
        }

        @Test
        void who_has_no_name_does_not_come_back() throws InterruptedException {
            Principal nameless = new UsersTest.Nameless();
            FakeConnection client = openAs(nameless).says("0");
            assertThat(heard(client)).hasSize(1).allMatch(text -> !text.contains("pid"));
            Guest nobody = arrive((String) null);
            lose(nobody);
            FakeConnection claiming = openAs(nameless).says("0{\"pid\":\"" + nobody.pid() + "\"}");
            assertThat(heard(claiming)).hasSize(1).allMatch(text -> !text.contains(nobody.sid()));
        }

        @Test
        void who_was_disconnected_by_name_does_not_come_back() throws InterruptedException {
            Guest alice = arrive("alice");
            server.ofUser("alice").disconnectSockets(true);
            settle();
            FakeConnection back = claimAs(alice, "alice");
            assertBeginsAnew(back, alice);
        }

        @Test
        void credentials_that_expire_meanwhile_end_the_session() throws InterruptedException {
            Guest alice = arrive("alice");
            last().expireAt(Instant.now().plusMillis(1));
            lose(alice);
            while (!Instant.now().isAfter(last().expiresAt().orElseThrow())) {
                Thread.onSpinWait();
            }
            assertBeginsAnew(claimAs(alice, "alice"), alice);
        }

        @Test
        void who_is_refused_while_a_middleware_takes_its_time_stays_in_other_namespaces() throws InterruptedException {
            CompletableFuture<Void> decision = new CompletableFuture<>();
            List<String> asked = Collections.synchronizedList(new ArrayList<>());
            server.of("/slow").useAsync(candidate -> decision);
            server.of("/slow").use(candidate -> asked.add("the next middleware"));
            Guest alice = arrive("alice");
            alice.client().says("0/slow,");
            settle();
            server.of("/slow").ofUser("alice").disconnectSockets();
            decision.complete(null);
            assertThat(heard(alice.client())).containsExactly("4/slow,{\"message\":\"Connection refused\"}");
            assertThat(alice.client().isOpen()).isTrue();
            assertThat(last().isConnected()).isTrue();
            assertThat(asked).isEmpty();
        }

        @Test
        void credentials_that_are_good_yet_expire_when_they_did() throws InterruptedException {
            Guest alice = arrive("alice");
            Instant time = Instant.now().plusSeconds(3600);
            last().expireAt(time);
            lose(alice);
            FakeConnection back = claimAs(alice, "alice");
            assertThat(heard(back)).containsExactly(welcome(alice));
            assertThat(last().expiresAt()).contains(time);
            timer.advance(Duration.ofMinutes(61));
            settle();
            assertThat(back.heard()).last().isEqualTo("1");
            assertThat(List.copyOf(server.of("/").sockets())).isEmpty();
        }
    }

    @Nested
    class On_an_executor extends Suite {
        On_an_executor() {
            super(Dispatch.EXECUTOR);
        }
    }

    @Nested
    class On_container_threads extends Suite {
        On_container_threads() {
            super(Dispatch.CONTAINER);
        }
    }
}
