package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.RawConnection;

/** What a connection costs that has sent one short text and one short binary message, compared with a bare endpoint in the same Tomcat. */
class HeapOfConnectionsTest {

    private static final int CONNECTIONS = 1_000;
    private static final int WARM_UP = 50;
    private static final long MOST = 16 * 1024;

    /** Released for each binary message, which is the last that a connection sends. */
    private static final Semaphore ARRIVED = new Semaphore(0);

    /** Takes messages, and does nothing. Public for the container. */
    public static final class Bare extends Endpoint {
        @Override
        public void onOpen(Session session, EndpointConfig config) {
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>) text -> {});
            session.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) data -> ARRIVED.release());
        }
    }

    private static final class BareEndpoint implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            try {
                ((ServerContainer) event.getServletContext().getAttribute(ServerContainer.class.getName()))
                        .addEndpoint(ServerEndpointConfig.Builder.create(Bare.class, "/bare")
                                .build());
            } catch (DeploymentException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static EmbeddedTomcat start() {
        return EmbeddedTomcat.builder()
                .setting("pingInterval", "600000")
                .listener(new BareEndpoint())
                .application(io -> io.onConnection(socket -> {
                    socket.on("text", String.class, (text, event) -> {});
                    socket.on("binary", byte[].class, (data, event) -> ARRIVED.release());
                }))
                .start();
    }

    private static RawConnection bare(EmbeddedTomcat tomcat) {
        RawConnection connection = new RawConnection(tomcat.port()).webSocket("/bare");
        assertThat(connection.head()).startsWith("HTTP/1.1 101");
        return connection.sendFrame("a short text").send(RawConnection.frameOf(2, true, new byte[10]));
    }

    private static RawConnection ours(EmbeddedTomcat tomcat) {
        RawConnection connection = new RawConnection(tomcat.port()).webSocket("/socket.io/?EIO=4&transport=websocket");
        assertThat(connection.head()).startsWith("HTTP/1.1 101");
        assertThat(connection.frame()).startsWith("0{");
        assertThat(connection.sendFrame("40").frame()).startsWith("40{");
        return connection
                .sendFrame("42[\"text\",\"a short text\"]")
                .sendFrame("451-[\"binary\",{\"_placeholder\":true,\"num\":0}]")
                .send(RawConnection.frameOf(2, true, new byte[10]));
    }

    /** How many bytes of heap each of some connections holds, their client's side included, which is the same for all. */
    private static long cost(EmbeddedTomcat tomcat, int count, Supplier<RawConnection> connecting)
            throws InterruptedException {
        List<RawConnection> connections = new ArrayList<>();
        long before = used();
        try {
            for (int i = 0; i < count; i++) {
                connections.add(connecting.get());
            }
            assertThat(ARRIVED.tryAcquire(count, 30, TimeUnit.SECONDS)).isTrue();
            return (used() - before) / count;
        } finally {
            connections.forEach(RawConnection::close);
            awaitEndOf(tomcat);
        }
    }

    /** What the container has not noticed to be closed would be counted before the next, and taken for what those save. */
    private static void awaitEndOf(EmbeddedTomcat tomcat) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (tomcat.connections() > 0) {
            assertThat(System.nanoTime()).as("the time to notice it").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    @Timeout(180)
    void is_not_16_KiB_of_heap_more() throws InterruptedException {
        try (EmbeddedTomcat tomcat = start()) {
            cost(tomcat, WARM_UP, () -> bare(tomcat));
            cost(tomcat, WARM_UP, () -> ours(tomcat));
            long bare = cost(tomcat, CONNECTIONS, () -> bare(tomcat));
            long ours = cost(tomcat, CONNECTIONS, () -> ours(tomcat));
            assertThat(bare).as("the measurement sees connections").isGreaterThan(1024);
            assertThat(ours - bare).as("%s bytes each, and %s bare", ours, bare).isLessThanOrEqualTo(MOST);
        }
    }
}
