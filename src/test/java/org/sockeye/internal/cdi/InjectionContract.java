package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.se.SeContainer;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockeye.ConfigurationException;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;

/** What can be injected where, and what cannot. */
abstract class InjectionContract extends CdiContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket carol = Fakes.socketOf("carol", () -> "Carol");
    /** Has not logged in. */
    private final Socket dave = Fakes.socketOf("dave", null);

    InjectionContract(CdiImplementation cdi) {
        super(cdi);
    }

    private void during(Socket socket, Runnable work) {
        events().inContextOf(socket, work);
    }

    @Nested
    class Anywhere {

        @Test
        void servers_and_namespaces_are_injected_as_the_objects_themselves() {
            SeContainer container = start(InjectionBeans.Anywhere.class);
            SocketIoServer io = directory().server("");
            SocketIoServer admin = directory().server("admin");
            assertThat(container.select(InjectionBeans.Anywhere.class).get().all())
                    .usingElementComparator((one, other) -> one == other ? 0 : 1)
                    .containsExactly(
                            io,
                            io.of("/chat"),
                            io.of("/"),
                            admin.of("/news"),
                            admin,
                            io.of("/constructed"),
                            io.of("/initialized"));
        }

        @Test
        void namespaces_are_looked_up_at_run_time_too() {
            InjectionBeans.Asking asking = start(InjectionBeans.Asking.class)
                    .select(InjectionBeans.Asking.class)
                    .get();
            assertThat(asking.namespace(Of.Literal.of("/chat", "admin")))
                    .isSameAs(directory().server("admin").of("/chat"));
            assertThat(asking.namespace(Of.Literal.of("/chat")))
                    .isSameAs(directory().server("").of("/chat"));
        }

        @Test
        void a_server_that_the_application_does_not_have_fails_the_deployment_by_the_name_of_the_injection_point() {
            start(InjectionBeans.Anywhere.class);
            directory().declare(List.of("one"), "one");
            assertThatThrownBy(() -> directory().checkRequired())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("admin")
                    .hasMessageContaining("InjectionBeans$Anywhere.");
        }

        @Test
        void an_unqualified_server_fails_the_deployment_where_none_of_several_is_the_default() {
            start(DeliveryBeans.KeepsServer.class);
            directory().declare(List.of("one", "two"), null);
            assertThatThrownBy(() -> directory().checkRequired())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("DeliveryBeans$KeepsServer.io");
        }
    }

    @Nested
    class In_observers {

        @Test
        void the_principal_of_the_socket_is_who_logged_in() {
            start(InjectionBeans.Observing.class);
            receive(new FakeEvent(carol, "who"));
            assertThat(seen()).hasSize(2);
            assertThat(seen().get(0)).isEqualTo(String.valueOf(carol.handshake().principal()));
            assertThat(seen().get(1)).isSameAs(directory().server("").of("/chat"));
        }

        @Test
        void the_principal_is_null_when_nobody_did() {
            start(InjectionBeans.Observing.class);
            receive(new FakeEvent(dave, "who"));
            assertThat(seen().get(0)).isEqualTo("null");
        }
    }

    /** Has an application deal with many sockets, one after the other, and answers how many are still in memory afterwards. */
    long kept(Consumer<Socket> work) throws Exception {
        List<WeakReference<Socket>> sockets = new ArrayList<>();
        onThreadOfItsOwn(() -> {
            for (int i = 0; i < 100; i++) {
                Socket socket = Fakes.socketOf("guest", () -> "Guest");
                sockets.add(new WeakReference<>(socket));
                events().inContextOf(socket, () -> work.accept(socket));
                events().forget(socket);
            }
        });
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left;
        do {
            System.gc();
            left = sockets.stream().filter(socket -> socket.get() != null).count();
        } while (left > 0 && System.nanoTime() - end < 0);
        return left;
    }

    @Nested
    class What_is_injected_into_beans_of_the_application_is_not_kept {

        @Test
        void as_a_parameter_of_an_observer() throws Exception {
            start(InjectionBeans.Hearing.class);
            assertThat(kept(socket -> events().received(new FakeEvent(socket, "hear"), new RecordedOutcome())))
                    .isZero();
            assertThat(seen()).hasSize(100).containsOnly("guestguestGuest");
        }

        @Test
        void into_a_bean_of_the_socket() throws Exception {
            SeContainer container = start(InjectionBeans.OfOneSocket.class);
            InjectionBeans.OfOneSocket bean =
                    container.select(InjectionBeans.OfOneSocket.class).get();
            assertThat(kept(socket -> assertThat(bean.what()).isEqualTo("guestGuesttrue")))
                    .isZero();
        }
    }

    @Nested
    class In_beans_of_a_socket {

        @Test
        void what_belongs_to_the_socket_is_injected() {
            SeContainer container = start(InjectionBeans.OfOneSocket.class);
            InjectionBeans.OfOneSocket bean =
                    container.select(InjectionBeans.OfOneSocket.class).get();
            during(carol, () -> assertThat(bean.what()).isEqualTo("carolCaroltrue"));
            during(dave, () -> assertThat(bean.what()).isEqualTo("dave true"));
        }

        @Test
        void it_may_be_inherited_or_given_to_a_producer() {
            SeContainer container = start(InjectionBeans.RightHeir.class, InjectionBeans.Labels.class);
            during(carol, () -> assertThat(
                            container.select(InjectionBeans.Label.class).get().text())
                    .isEqualTo("carol"));
        }
    }

    @Nested
    class By_look_up {

        @Test
        void what_belongs_to_the_socket_is_there_while_it_is_current() {
            InjectionBeans.Asking asking = start(InjectionBeans.Asking.class)
                    .select(InjectionBeans.Asking.class)
                    .get();
            during(carol, () -> {
                assertThat(asking.socket()).isSameAs(carol);
                assertThat(asking.principal()).isSameAs(carol.handshake().principal());
            });
            during(dave, () -> assertThat(asking.principal()).isNull());
        }

        @Test
        void and_the_message_says_why_it_is_not_there_otherwise() {
            InjectionBeans.Asking asking = start(InjectionBeans.Asking.class)
                    .select(InjectionBeans.Asking.class)
                    .get();
            assertThatThrownBy(asking::socket).hasStackTraceContaining("There is no current Socket");
            assertThatThrownBy(asking::principal).hasStackTraceContaining("There is no current Principal");
            during(carol, () -> assertThatThrownBy(asking::acknowledgement)
                    .hasStackTraceContaining("only observers of @On"));
        }
    }

    @Nested
    class The_deployment_fails {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "SocketField | Field org.sockeye.internal.cdi.InjectionBeans$SocketField.wrong: there is no"
                            + " current Socket",
                    "RequestScopedSocketField | InjectionBeans$RequestScopedSocketField.wrong: there is no current"
                            + " Socket",
                    "DependentSocketField | InjectionBeans$DependentSocketField.wrong: there is no current Socket",
                    "NamespaceField | InjectionBeans$NamespaceField.wrong: there is no current Namespace",
                    "NamespaceField | a certain one anywhere by @Of",
                    "HandshakeInConstructor | Parameter of"
                            + " org.sockeye.internal.cdi.InjectionBeans$HandshakeInConstructor(Handshake)",
                    "PrincipalInInitializer | InjectionBeans$PrincipalInInitializer.wrong(Principal): there is no"
                            + " current Principal",
                    "SocketInProducer | InjectionBeans$SocketInProducer.wrong(Socket): there is no current Socket",
                    "AcknowledgementField | InjectionBeans$AcknowledgementField.wrong: an Acknowledgement belongs to"
                            + " one event",
                    "WrongHeir | InjectionBeans$Base.inherited: there is no current Socket"
                })
        void where_it_could_never_be_injected_and_the_injection_point_is_named(String bean, String message)
                throws ClassNotFoundException {
            Class<?> wrong = Class.forName(InjectionBeans.class.getName() + "$" + bean);
            assertThatThrownBy(() -> start(wrong, InjectionBeans.RightHeir.class))
                    .hasStackTraceContaining(message);
        }

        @Test
        void where_an_interceptor_wants_a_socket() {
            assertThatThrownBy(() -> start(InjectionBeans.WatchingInterceptor.class))
                    .hasStackTraceContaining("InjectionBeans$WatchingInterceptor.wrong: there is no current Socket");
        }

        @Test
        void and_not_where_it_can_be() {
            assertThatCode(() -> start(
                            InjectionBeans.Anywhere.class,
                            InjectionBeans.Asking.class,
                            InjectionBeans.OfOneSocket.class,
                            InjectionBeans.Observing.class,
                            InjectionBeans.HearingInSession.class,
                            DeliveryBeans.Chat.class))
                    .doesNotThrowAnyException();
        }
    }
}
