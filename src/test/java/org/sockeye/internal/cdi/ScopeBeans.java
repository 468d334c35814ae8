package org.sockeye.internal.cdi;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sockeye.Handshake;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.cdi.On;
import org.sockeye.cdi.SocketScoped;

/** Beans that live as long as a socket, and those that use them. */
final class ScopeBeans {

    private ScopeBeans() {}

    @SocketScoped
    static class Cart {

        @Inject
        Recorder recorder;

        @Inject
        Socket owner;

        @Inject
        Namespace namespace;

        @Inject
        Handshake handshake;

        private int items;

        @PostConstruct
        void begin() {
            recorder.saw("made for " + owner.id());
        }

        int add() {
            return ++items;
        }

        Socket owner() {
            return owner;
        }

        boolean isWhole() {
            return namespace == owner.namespace() && handshake == owner.handshake();
        }

        @PreDestroy
        void end() {
            recorder.saw("destroyed with " + owner.id());
        }
    }

    @ApplicationScoped
    static class Shop {

        @Inject
        Cart cart;

        @Inject
        Recorder recorder;

        void add(@Observes @On("add") Object item, Socket from) {
            recorder.saw(from.id() + " has " + cart.add());
        }

        void owner(@Observes @On("owner") Object nothing) {
            recorder.saw(cart.owner());
            recorder.saw(cart.isWhole());
        }

        void left(@Observes @Disconnected Disconnection gone) {
            recorder.saw("left with " + cart.add());
        }
    }

    /** Is made slowly, so that several threads ask for it at the same time. */
    @SocketScoped
    static class Slow {

        @Inject
        Recorder recorder;

        @PostConstruct
        void begin() {
            recorder.saw("made");
        }

        String name() {
            return toString();
        }

        @PreDestroy
        void end() {
            recorder.saw("destroyed");
        }
    }

    /** Two that ask for each other while they are made. */
    @SocketScoped
    static class Chicken {

        static CountDownLatch bothAreBeingMade = new CountDownLatch(2);

        @Inject
        Egg egg;

        @PostConstruct
        void begin() {
            meet();
            egg.size();
        }

        static void meet() {
            bothAreBeingMade.countDown();
            try {
                bothAreBeingMade.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        int size() {
            return 2;
        }
    }

    @SocketScoped
    static class Egg {

        @Inject
        Recorder recorder;

        @PostConstruct
        void begin() {
            Chicken.meet();
            recorder.saw("an egg");
        }

        int size() {
            return 1;
        }

        @PreDestroy
        void end() {
            recorder.saw("no egg");
        }
    }

    /** Fails when its bean is destroyed. */
    @SocketScoped
    static class Stubborn {

        void touch() {}

        @PreDestroy
        void end() {
            throw new IllegalStateException("expected in this test");
        }
    }

    /** Fails worse. */
    @SocketScoped
    static class Broken {

        void touch() {}

        @PreDestroy
        void end() {
            throw new AssertionError("expected in this test");
        }
    }

    /** Uses a bean of the request at its end. */
    @SocketScoped
    static class Orderly {

        @Inject
        Recorder recorder;

        @Inject
        DeliveryBeans.PerEvent perEvent;

        void touch() {
            perEvent.count();
        }

        @PreDestroy
        void end() {
            recorder.saw("after " + perEvent.count() + " calls");
        }
    }

    /** Uses it asynchronously. */
    @ApplicationScoped
    static class Later {

        @Inject
        Orderly orderly;

        void touch(@ObservesAsync @On("later") Object nothing) {
            orderly.touch();
        }
    }

    /** Uses another one at its end. */
    @SocketScoped
    static class Clinging {

        @Inject
        Recorder recorder;

        @Inject
        Slow other;

        void touch() {}

        @PreDestroy
        void end() {
            try {
                recorder.saw(other.name());
            } catch (RuntimeException refused) {
                recorder.saw(refused);
            }
        }
    }

    @SocketScoped
    static class Conditional {

        @Inject
        Recorder recorder;

        void touch() {}

        void observe(@Observes(notifyObserver = Reception.IF_EXISTS) @On("conditional") String event) {
            recorder.saw("conditional " + event);
        }
    }
}
