package org.sockeye.internal.cdi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.Extension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockeye.DisconnectReason;
import org.sockeye.PayloadException;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;
import org.sockeye.spi.JsonCodec;

/** How observers are called, whichever CDI implementation calls them. */
abstract class ObserverContract extends CdiContract {

    ObserverContract(CdiImplementation cdi) {
        super(cdi);
    }

    @Nested
    class Observers_are_called {

        @Test
        void by_priority_whatever_they_ask_for() {
            start(DeliveryBeans.Ordered.class);
            receive("order", "\"x\"");
            assertThat(seen()).containsExactly(1, 2, 3);
        }

        @Test
        void with_the_socket_that_was_connected() {
            start(DeliveryBeans.Chat.class);
            events().inRequestContext(() -> events().connected(alice, outcome));
            assertThat(seen()).singleElement().isSameAs(alice);
        }

        @Test
        void with_what_is_known_of_a_disconnection() {
            start(DeliveryBeans.Chat.class);
            events().inRequestContext(
                            () -> events().disconnected(alice, DisconnectReason.PING_TIMEOUT, "no answer", outcome));
            assertThat(seen())
                    .containsExactly(new Disconnection(alice, DisconnectReason.PING_TIMEOUT, "no answer"), alice);
        }

        @Test
        void only_for_the_event_that_they_name() {
            start(PayloadBeans.EveryType.class);
            assertThat(receive("unheard of", "1")).isFalse();
            assertThat(seen()).isEmpty();
        }

        @Test
        void also_when_another_threw_and_what_it_threw_is_logged_bare() {
            start(DeliveryBeans.Failing.class);
            try (LogLines log = new LogLines()) {
                assertThat(receive("fail")).isTrue();
                assertThat(seen()).containsExactly("fine");
                assertThat(log.records())
                        .extracting(LogRecord::getThrown)
                        .satisfiesExactly(
                                thrown -> assertThat(thrown).isExactlyInstanceOf(IOException.class),
                                thrown -> assertThat(thrown).isExactlyInstanceOf(IllegalArgumentException.class),
                                thrown -> assertThat(thrown).isExactlyInstanceOf(AssertionError.class));
                assertThat(log.records().get(0).getMessage())
                        .contains("Failing.checked(SocketEvent)")
                        .contains("fail");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"no number\"", "null"})
        void also_when_the_payload_does_not_fit_another(String payload) {
            start(PayloadBeans.TwoTypes.class, PayloadBeans.Everything.class);
            try (LogLines log = new LogLines()) {
                assertThat(receive("value", payload)).isTrue();
                assertThat(seen()).contains("any value").doesNotContain(0);
                assertThat(log.records())
                        .anySatisfy(line -> assertThat(line.getMessage())
                                .contains("\"value\"")
                                .contains("TwoTypes.number(int)"))
                        .allSatisfy(line -> assertThat(line.getLevel()).isEqualTo(Level.WARNING));
            }
        }

        @Test
        void and_what_they_throw_is_not_logged_when_somebody_is_told() {
            start(DeliveryBeans.Failing.class);
            outcome.isListened = true;
            try (LogLines log = new LogLines()) {
                receive("fail");
                assertThat(outcome.log)
                        .satisfiesExactly(
                                thrown -> assertThat(thrown).isExactlyInstanceOf(IOException.class),
                                thrown -> assertThat(thrown).isExactlyInstanceOf(IllegalArgumentException.class),
                                thrown -> assertThat(thrown).isExactlyInstanceOf(AssertionError.class),
                                returned -> assertThat(returned).isEqualTo("returned"));
                assertThat(log.records()).isEmpty();
            }
        }

        @Test
        void and_what_an_ejb_threw_is_told_without_what_its_container_put_around_it() {
            start(DeliveryBeans.FailingAsEjb.class);
            outcome.isListened = true;
            receive("fail");
            assertThat(outcome.log).singleElement().isExactlyInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void and_a_payload_that_does_not_fit_is_told() {
            start(PayloadBeans.TwoTypes.class);
            outcome.isListened = true;
            try (LogLines log = new LogLines()) {
                receive("value", "\"no number\"");
                assertThat(outcome.log)
                        .satisfiesExactlyInAnyOrder(
                                thrown -> assertThat(thrown).isInstanceOf(PayloadException.class),
                                returned -> assertThat(returned).isEqualTo("returned"));
                assertThat(log.records()).isEmpty();
            }
        }

        @Test
        void and_a_client_that_does_it_again_and_again_is_one_warning() {
            start(PayloadBeans.TwoTypes.class);
            try (LogLines log = new LogLines()) {
                receive("value", "\"no number\"");
                int warnings = log.records().size();
                receive("value", "\"no number\"");
                assertThat(log.records()).hasSize(warnings).isNotEmpty();
            }
        }

        @Test
        void and_what_a_client_sent_is_logged_cut_and_escaped() {
            start(PayloadBeans.TwoTypes.class);
            try (LogLines log = new LogLines()) {
                receive("value", "\"\n" + "x".repeat(1000) + "\"");
                assertThat(log.records()).isNotEmpty().allSatisfy(line -> assertThat(line.getMessage())
                        .doesNotContain("\n")
                        .hasSizeLessThan(400));
            }
        }
    }

    @Nested
    class What_is_injected {

        @Test
        void is_the_object_itself_and_no_proxy() {
            start(DeliveryBeans.Chat.class);
            FakeEvent event = new FakeEvent(alice, "said", "\"hi\"");
            receive(event);
            assertThat(seen())
                    .satisfiesExactly(
                            from -> assertThat(from).isSameAs(alice),
                            ack -> assertThat(ack).isSameAs(event.acknowledgement()),
                            namespace -> assertThat(namespace).isSameAs(alice.namespace()),
                            handshake -> assertThat(handshake).isSameAs(alice.handshake()));
        }

        @Test
        void may_be_kept_and_used_when_another_socket_is_current_and_from_any_thread() throws Exception {
            SeContainer container = start(DeliveryBeans.Chat.class);
            List<String> sent = new ArrayList<>();
            DeliveryBeans.Chat chat = container.select(DeliveryBeans.Chat.class).get();
            chat.kept().put("bob", Fakes.socketThatEmitsInto(sent));
            events().connected(alice, outcome);
            receive("send", "\"bob\"");
            onThreadOfItsOwn(() -> requireNonNull(chat.kept().get("bob")).emit("later"));
            assertThat(sent).containsExactly("private", "later");
            assertThat(chat.kept()).containsEntry("alice", alice);
        }

        @Test
        void does_not_exist_for_an_event_that_the_application_fires_itself() {
            SeContainer container = start(DeliveryBeans.Chat.class);
            receive("said", "\"before\"");
            assertThatThrownBy(() -> container
                            .getBeanManager()
                            .getEvent()
                            .select(String.class, On.Literal.of("said"))
                            .fire("hi"))
                    .hasStackTraceContaining("There is no current Socket");
        }

        @Test
        void is_no_acknowledgement_when_a_socket_connects() {
            start(DeliveryBeans.ConnectedWithAcknowledgement.class);
            try (LogLines log = new LogLines()) {
                events().connected(alice, outcome);
                assertThat(log.records()).singleElement().satisfies(line -> assertThat(line.getThrown())
                        .hasStackTraceContaining("There is no Acknowledgement of a connection"));
            }
        }

        @Test
        void is_put_back_after_an_event_that_an_observer_caused() {
            start(DeliveryBeans.CausesAnotherEvent.class);
            Socket bob = Fakes.socket("bob");
            receive(new FakeEvent(alice, "outer").onAnswer(() -> receive(new FakeEvent(bob, "inner"))));
            assertThat(seen()).containsExactly(alice, bob, alice);
        }

        @Test
        void may_be_the_server_in_a_scope_that_is_stored_away() {
            assertThat(start(DeliveryBeans.KeepsServerInSession.class).isRunning())
                    .isTrue();
        }

        @Test
        void is_the_server_from_the_start() {
            SeContainer container = start(DeliveryBeans.KeepsServer.class);
            SocketIoServer io =
                    container.select(DeliveryBeans.KeepsServer.class).get().server();
            assertThat(io).isSameAs(directory().server(""));
        }
    }

    @Nested
    class A_request_context_is_active {

        @Test
        void one_for_each_event() throws Exception {
            start(DeliveryBeans.UsesRequestScope.class, DeliveryBeans.PerEvent.class);
            onThreadOfItsOwn(() -> {
                receive("request");
                receive("request");
            });
            assertThat(seen()).containsExactly(1, 2, 1, 2);
        }

        @Test
        void for_listeners_as_for_observers() {
            SeContainer container = start(DeliveryBeans.UsesRequestScope.class, DeliveryBeans.PerEvent.class);
            events().inRequestContext(() -> {
                events().received(new FakeEvent(alice, "request"), outcome);
                container
                        .select(Recorder.class)
                        .get()
                        .saw(container
                                .select(DeliveryBeans.PerEvent.class)
                                .get()
                                .count());
            });
            assertThat(seen()).containsExactly(1, 2, 3);
        }

        @Test
        void out_of_whose_end_nothing_comes_that_its_beans_throw() throws Exception {
            SeContainer container = start(DeliveryBeans.Broken.class);
            onThreadOfItsOwn(() -> assertThatCode(() -> events().inRequestContext(
                                    container.select(DeliveryBeans.Broken.class).get()::touch))
                    .doesNotThrowAnyException());
        }

        @Test
        void so_that_conditional_observers_are_called_when_their_bean_exists() {
            SeContainer container = start(DeliveryBeans.OnlyIfExisting.class);
            receive("conditional");
            assertThat(seen()).isEmpty();
            events().inRequestContext(() -> {
                container.select(DeliveryBeans.OnlyIfExisting.class).get().touch();
                events().received(new FakeEvent(alice, "conditional"), outcome);
            });
            assertThat(seen()).containsExactly("conditional");
        }
    }

    @Nested
    class At_deployment {

        @Test
        void a_vetoed_observer_is_forgotten() {
            start(new Extension[] {new VetoingExtension()}, DeliveryBeans.Vetoed.class);
            receive("vetoed", "\"x\"");
            assertThat(seen()).containsExactly("kept x");
        }

        @Test
        void a_reconfigured_observer_is_called_as_it_was_reconfigured() {
            start(new Extension[] {new VetoingExtension()}, DeliveryBeans.Ordered.class);
            receive("order", "\"x\"");
            assertThat(seen()).containsExactly(3, 1, 2);
        }

        @Test
        void an_observer_that_another_extension_adds_is_called_too() {
            start(new Extension[] {new AddingExtension()}, DeliveryBeans.Ordered.class);
            receive("added", "7");
            assertThat(seen()).containsExactly(2, 7);
        }

        @Test
        void it_is_known_whether_anything_is_observed() {
            start();
            assertThat(events().hasObservers()).isFalse();
            stop();
            start(DeliveryBeans.Chat.class);
            assertThat(events().hasObservers()).isTrue();
        }

        @Test
        void a_payload_that_cannot_be_read_is_refused_by_the_name_of_its_observer() {
            start(PayloadBeans.EveryType.class);
            JsonCodec json = Fakes.codecThatRefuses(PayloadBeans.Person.class);
            assertThatThrownBy(() -> events().checkReadable(json))
                    .isInstanceOf(PayloadException.class)
                    .hasMessageContaining("EveryType.pojo(Person)")
                    .hasMessageContaining("@org.sockeye.cdi.On")
                    .hasMessageContaining("refused");
        }
    }

    @Nested
    class When_the_application_stops {

        @Test
        void its_servers_are_closed() {
            SeContainer container = start();
            List<String> closed = new ArrayList<>();
            directory().server("").onClose(() -> closed.add("closed"));
            container.close();
            assertThat(closed).containsExactly("closed");
        }
    }
}
