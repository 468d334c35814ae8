package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.ConnectionRefusedException;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.SocketError.Kind;
import org.sockeye.harness.CapturedLog;

/** For whom observers are called, whichever CDI implementation calls them. */
abstract class AccessContract extends CdiContract {

    AccessContract(CdiImplementation cdi) {
        super(cdi);
    }

    private void send(String event, String argument, String... roles) {
        receive(new FakeEvent(Fakes.socketIn(roles), event, argument));
    }

    @Nested
    class An_observer_for_some_roles {

        @ParameterizedTest
        @ValueSource(strings = {"admin", "moderator"})
        void is_called_for_those_in_one_of_them(String role) {
            start(AccessBeans.Methods.class);
            send("kick", "7", role);
            assertThat(seen()).contains("kick", "told");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Admin", "admin ", "administrator"})
        void is_called_for_nobody_else_and_does_not_keep_others_from_being_called(String role) {
            start(AccessBeans.Methods.class);
            send("kick", "7", role);
            assertThat(seen()).containsExactly("told");
            assertThat(outcome.later).isEmpty();
            assertThat(outcome.log).contains(Kind.FORBIDDEN);
            assertThat(outcome.log).anyMatch(told -> told.toString().contains("Methods.kick(Integer) is for"));
        }

        @Test
        void is_asked_for_before_anything_is_bound() {
            start(AccessBeans.Methods.class);
            send("kick", "\"no number\"", "member");
            assertThat(outcome.log.stream().filter(Kind.class::isInstance)).containsOnly(Kind.FORBIDDEN);
        }

        @Test
        void is_not_called_later_either() {
            start(AccessBeans.Methods.class);
            send("kick", "7", "moderator");
            assertThat(outcome.later).isEmpty();
            send("kick", "7", "admin");
            assertThat(outcome.later).hasSize(1);
            outcome.later.forEach(Runnable::run);
            assertThat(seen()).contains("kick later");
        }

        @Test
        void is_asked_for_at_each_event() {
            start(AccessBeans.Methods.class);
            send("kick", "7", "admin");
            send("kick", "7", "member");
            send("kick", "7", "admin");
            assertThat(seen().stream().filter("kick"::equals)).hasSize(2);
        }

        @Test
        void is_a_warning_once_where_nobody_listens() {
            start(AccessBeans.Methods.class);
            try (CapturedLog log = new CapturedLog("org.sockeye.cdi")) {
                send("never", "7");
                send("never", "7");
                assertThat(log.text(Level.WARNING))
                        .containsOnlyOnce("Methods.never(SocketEvent) is for nobody, and not for ann");
            }
        }

        @Test
        void has_the_container_asked_for_its_roles() {
            start(AccessBeans.Methods.class, AccessBeans.Derived.class);
            assertThat(events().roles()).isEqualTo(Set.of("admin", "moderator", "member"));
        }
    }

    @Nested
    class An_observer_for {

        @ParameterizedTest
        @ValueSource(strings = {"never", "nobody"})
        void nobody_is_never_called(String event) {
            start(AccessBeans.Methods.class);
            send(event, "7", "admin", "**", "*", "");
            assertThat(seen()).isEmpty();
            assertThat(outcome.log).contains(Kind.FORBIDDEN);
        }

        @Test
        void everybody_is_called_for_who_is_in_no_role() {
            start(AccessBeans.Methods.class);
            send("always", "7");
            assertThat(seen()).containsExactly("always");
            assertThat(outcome.log).containsExactly("returned");
        }
    }

    @Nested
    class What_a_class_says {

        private void reach(String role, String event, boolean reached) {
            send(event, "7", role);
            assertThat(seen().contains(event)).isEqualTo(reached);
        }

        @Test
        void holds_for_its_own_methods_that_say_nothing_themselves() {
            start(AccessBeans.Derived.class);
            reach("admin", "own", false);
            reach("member", "itself", false);
            reach("admin", "itself", true);
        }

        @Test
        void holds_for_those_that_are_inherited_from_it_whatever_the_bean_says() {
            start(AccessBeans.Derived.class);
            reach("admin", "inherited", false);
            reach("member", "inherited", true);
            reach("", "open", true);
        }

        @Test
        void holds_for_a_bean_that_inherits_from_a_class_that_says_nothing() {
            start(AccessBeans.Guarded.class);
            reach("member", "inherited", false);
            reach("admin", "inherited", true);
        }

        @Test
        void must_not_contradict_itself() {
            assertThatThrownBy(() -> start(AccessBeans.Contradicting.class))
                    .hasStackTraceContaining("both(SocketEvent)")
                    .hasStackTraceContaining("@PermitAll and @DenyAll");
        }
    }

    @Nested
    class An_observer_of_connections {

        @Test
        void that_is_not_for_a_client_keeps_it_out() {
            start(AccessBeans.Connections.class);
            RecordedCandidacy candidacy = new RecordedCandidacy(Fakes.socketIn("member"));
            events().connecting(candidacy);
            assertThat(seen()).isEmpty();
            assertThat(candidacy.reasons)
                    .singleElement()
                    .isInstanceOfSatisfying(ConnectionRefusedException.class, refused -> {
                        assertThat(refused).hasMessage("Forbidden");
                        assertThat(refused.data()).isNull();
                    });
        }

        @Test
        void that_is_for_a_client_is_called() {
            start(AccessBeans.Connections.class);
            Socket admin = Fakes.socketIn("admin");
            RecordedCandidacy candidacy = new RecordedCandidacy(admin);
            events().connecting(candidacy);
            events().connected(admin, outcome);
            assertThat(candidacy.isRefused()).isFalse();
            assertThat(seen()).containsExactly("connecting", "connected");
            assertThat(outcome.later).hasSize(1);
        }

        @Test
        void that_is_not_for_a_client_is_left_out_when_it_comes_and_goes() {
            start(AccessBeans.Connections.class);
            Socket member = Fakes.socketIn("member");
            events().connected(member, outcome);
            events().disconnected(member, DisconnectReason.TRANSPORT_CLOSE, null, outcome);
            assertThat(seen()).isEmpty();
            assertThat(List.of(outcome.later, outcome.log)).allMatch(List::isEmpty);
        }
    }
}
