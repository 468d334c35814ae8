package org.sockeye.internal.cdi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.se.SeContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.DisconnectReason;
import org.sockeye.Socket;
import org.sockeye.cdi.On;

/** How long beans live that are {@code @SocketScoped}, and where they are there. */
abstract class ScopeContract extends CdiContract {

    private final Socket bob = Fakes.socket("bob");

    ScopeContract(CdiImplementation cdi) {
        super(cdi);
    }

    /** As the core calls it when a socket is gone. */
    private void disconnect(Socket socket) {
        events().inContextOf(socket, () -> {
            events().disconnected(socket, DisconnectReason.TRANSPORT_CLOSE, null, outcome);
            events().forget(socket);
        });
    }

    private void receiveOf(Socket socket, String event) {
        events().inContextOf(socket, () -> events().received(new FakeEvent(socket, event, "1"), outcome));
    }

    /** On a thread of the application's dispatch. */
    private FutureTask<?> carried(Runnable work) {
        List<Consumer<String>> carried = new ArrayList<>();
        events().inContextOf(alice, () -> carried.add(scope().carry(nothing -> work.run(), Runnable::run)));
        return new FutureTask<>(() -> carried.get(0).accept("nothing"), null);
    }

    private SocketContext scope() {
        return ((BeanEvents) events()).socketContext();
    }

    @Nested
    class A_bean_of_a_socket {

        @Test
        void is_the_same_for_all_events_of_the_socket_and_another_one_for_another_socket() {
            start(ScopeBeans.Cart.class, ScopeBeans.Shop.class);
            receiveOf(alice, "add");
            receiveOf(alice, "add");
            receiveOf(bob, "add");
            receiveOf(alice, "add");
            assertThat(seen())
                    .containsExactly(
                            "made for alice", "alice has 1", "alice has 2", "made for bob", "bob has 1", "alice has 3");
        }

        @Test
        void has_the_socket_itself_injected_and_its_namespace_and_handshake() {
            start(ScopeBeans.Cart.class, ScopeBeans.Shop.class);
            receiveOf(alice, "owner");
            assertThat(seen().get(1)).isSameAs(alice);
            assertThat(seen().get(2)).isEqualTo(true);
        }

        @Test
        void is_there_for_listeners_and_middleware_as_for_observers() {
            SeContainer container = start(ScopeBeans.Cart.class);
            ScopeBeans.Cart cart = container.select(ScopeBeans.Cart.class).get();
            events().inContextOf(alice, () -> assertThat(cart.add()).isEqualTo(1));
            events().inContextOf(alice, () -> assertThat(cart.add()).isEqualTo(2));
        }

        @Test
        void is_destroyed_once_after_the_observers_of_the_disconnection() {
            start(ScopeBeans.Cart.class, ScopeBeans.Shop.class);
            receiveOf(alice, "add");
            receiveOf(bob, "add");
            disconnect(alice);
            events().forget(alice);
            assertThat(seen())
                    .containsExactly(
                            "made for alice",
                            "alice has 1",
                            "made for bob",
                            "bob has 1",
                            "left with 2",
                            "destroyed with alice");
        }

        @Test
        void of_a_candidate_that_never_was_connected_is_destroyed_too() {
            SeContainer container = start(ScopeBeans.Cart.class);
            ScopeBeans.Cart cart = container.select(ScopeBeans.Cart.class).get();
            events().inContextOf(alice, cart::add);
            events().forget(alice);
            assertThat(seen()).containsExactly("made for alice", "destroyed with alice");
        }

        @Test
        void is_destroyed_when_the_application_stops_before_its_socket_is_told_of() {
            start(ScopeBeans.Cart.class, ScopeBeans.Shop.class);
            receiveOf(alice, "add");
            List<Object> seen = seen();
            stop();
            assertThat(seen).endsWith("destroyed with alice");
        }

        @Test
        void that_throws_at_its_end_keeps_no_other_from_its_own() {
            SeContainer container = start(ScopeBeans.Cart.class, ScopeBeans.Stubborn.class, ScopeBeans.Broken.class);
            events().inContextOf(alice, () -> {
                container.select(ScopeBeans.Stubborn.class).get().touch();
                container.select(ScopeBeans.Broken.class).get().touch();
                container.select(ScopeBeans.Cart.class).get().add();
            });
            events().forget(alice);
            assertThat(seen()).endsWith("destroyed with alice");
            assertThat(scope().hasBeansOf(alice)).isFalse();
        }

        @Test
        void can_be_destroyed_before_and_is_made_anew_then() {
            SeContainer container = start(ScopeBeans.Cart.class);
            ScopeBeans.Cart cart = container.select(ScopeBeans.Cart.class).get();
            events().inContextOf(alice, () -> {
                cart.add();
                container.select(ScopeBeans.Cart.class).destroy(cart);
                assertThat(cart.add()).isEqualTo(1);
            });
            assertThat(seen()).containsExactly("made for alice", "destroyed with alice", "made for alice");
        }

        @Test
        void is_not_made_any_more_by_one_that_is_being_destroyed() {
            SeContainer container = start(ScopeBeans.Clinging.class, ScopeBeans.Slow.class);
            events().inContextOf(alice, () -> container
                    .select(ScopeBeans.Clinging.class)
                    .get()
                    .touch());
            events().forget(alice);
            assertThat(seen()).singleElement().satisfies(thrown -> assertThat((Throwable) thrown)
                    .hasStackTraceContaining("The socket is gone"));
        }

        @Test
        void that_observes_only_if_it_exists_does_not_come_to_be_by_that() {
            SeContainer container = start(ScopeBeans.Conditional.class);
            receiveOf(alice, "conditional");
            container
                    .getBeanManager()
                    .getEvent()
                    .select(String.class, On.Literal.of("conditional"))
                    .fire("fired");
            assertThat(seen()).isEmpty();
            events().inContextOf(alice, () -> container
                    .select(ScopeBeans.Conditional.class)
                    .get()
                    .touch());
            receiveOf(alice, "conditional");
            assertThat(seen()).containsExactly("conditional 1");
        }
    }

    @Nested
    class Outside_of_events {

        @Test
        void there_is_no_such_bean_and_the_message_says_why() {
            ScopeBeans.Cart cart =
                    start(ScopeBeans.Cart.class).select(ScopeBeans.Cart.class).get();
            assertThatThrownBy(cart::add)
                    .isInstanceOf(ContextNotActiveException.class)
                    .hasMessageContaining("There is no current socket")
                    .hasMessageContaining("Cart")
                    .hasMessageContaining("only while Sockeye calls");
        }

        @Test
        void nothing_is_left_current_after_an_event() throws Exception {
            ScopeBeans.Cart cart =
                    start(ScopeBeans.Cart.class).select(ScopeBeans.Cart.class).get();
            onThreadOfItsOwn(() -> {
                events().inContextOf(alice, cart::add);
                assertThatThrownBy(cart::add).isInstanceOf(ContextNotActiveException.class);
            });
        }
    }

    @Nested
    @Timeout(30)
    class On_several_threads {

        @Test
        void work_that_is_carried_to_another_thread_has_the_socket_and_its_beans() throws Exception {
            SeContainer container = start(ScopeBeans.Cart.class);
            ScopeBeans.Cart cart = container.select(ScopeBeans.Cart.class).get();
            events().inContextOf(alice, cart::add);
            FutureTask<?> work = carried(() -> {
                assertThat(Current.socket()).isSameAs(alice);
                assertThat(cart.add()).isEqualTo(2);
            });
            onThreadOfItsOwn(work);
            work.get();
        }

        @Test
        void the_beans_live_until_the_last_work_that_was_carried_has_run() throws Exception {
            SeContainer container = start(ScopeBeans.Cart.class, ScopeBeans.Shop.class);
            ScopeBeans.Cart cart = container.select(ScopeBeans.Cart.class).get();
            FutureTask<?> first = carried(cart::add);
            FutureTask<?> second = carried(cart::add);
            disconnect(alice);
            onThreadOfItsOwn(first);
            assertThat(seen()).containsExactly("made for alice", "left with 1");
            onThreadOfItsOwn(second);
            second.get();
            assertThat(seen()).containsExactly("made for alice", "left with 1", "destroyed with alice");
        }

        @Test
        void an_asynchronous_observer_that_returns_last_ends_them_within_its_request_context() throws Exception {
            start(ScopeBeans.Orderly.class, ScopeBeans.Later.class, DeliveryBeans.PerEvent.class);
            receiveOf(alice, "later");
            disconnect(alice);
            onThreadOfItsOwn(outcome.later.get(0));
            assertThat(seen()).containsExactly("after 2 calls");
        }

        @Test
        void two_that_ask_for_a_bean_at_the_same_time_get_the_same_one() throws Exception {
            SeContainer container = start(ScopeBeans.Slow.class);
            ScopeBeans.Slow slow = container.select(ScopeBeans.Slow.class).get();
            List<FutureTask<?>> tasks = new ArrayList<>();
            List<String> names = java.util.Collections.synchronizedList(new ArrayList<>());
            CountDownLatch ready = new CountDownLatch(8);
            for (int i = 0; i < 8; i++) {
                tasks.add(carried(() -> {
                    ready.countDown();
                    await(ready);
                    names.add(slow.name());
                }));
            }
            tasks.forEach(task -> new Thread(task).start());
            for (FutureTask<?> task : tasks) {
                task.get(10, TimeUnit.SECONDS);
            }
            assertThat(names).hasSize(8);
            assertThat(names.stream().distinct()).hasSize(1);
            events().forget(alice);
            assertThat(seen()).containsExactly("made", "destroyed");
        }

        @Test
        void two_beans_that_ask_for_each_other_do_not_wait_for_ever() throws Exception {
            ScopeBeans.Chicken.bothAreBeingMade = new CountDownLatch(2);
            SeContainer container = start(ScopeBeans.Chicken.class, ScopeBeans.Egg.class);
            ScopeBeans.Chicken chicken =
                    container.select(ScopeBeans.Chicken.class).get();
            ScopeBeans.Egg egg = container.select(ScopeBeans.Egg.class).get();
            FutureTask<?> one = carried(() -> assertThat(chicken.size()).isEqualTo(2));
            FutureTask<?> other = carried(() -> assertThat(egg.size()).isEqualTo(1));
            new Thread(one).start();
            new Thread(other).start();
            one.get(20, TimeUnit.SECONDS);
            other.get(20, TimeUnit.SECONDS);
            events().forget(alice);
            List<Object> eggs = requireNonNull(seen());
            assertThat(eggs.stream().filter("an egg"::equals))
                    .hasSameSizeAs(eggs.stream().filter("no egg"::equals).toList());
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }
}
