package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sockeye.SocketIoConfig;
import org.sockeye.harness.CapturedLog;
import org.sockeye.harness.EmbeddedTomcat;
import org.sockeye.harness.EngineClient;
import org.sockeye.harness.Inbox;
import org.sockeye.internal.engine.ServerTimer;

/** The executors of a container that has some, by the names that Jakarta EE gives them. */
@SuppressWarnings("try") // the names are there while they are open, and nobody asks the object for one
class ManagedExecutorTest {

    private final AtomicInteger inContext = new AtomicInteger();
    private final ScheduledExecutorService managed =
            Executors.newScheduledThreadPool(2, task -> new Thread(task, "managed"));
    private final OwnThreads own = new OwnThreads(ManagedExecutorTest.class.getClassLoader());

    @AfterEach
    void stop() {
        managed.shutdownNow();
    }

    private FakeNames container() {
        return FakeNames.open()
                .with("java:comp/DefaultManagedExecutorService", managed)
                .with("java:comp/DefaultManagedScheduledExecutorService", managed)
                .with("java:comp/DefaultContextService", contexts());
    }

    /** As a container's: what goes through its proxies is counted. */
    private ContextService contexts() {
        return (ContextService) proxy(ContextService.class, (proxy, method, arguments) -> {
            assertThat(method.getName()).isEqualTo("createContextualProxy");
            Object instance = arguments[0];
            return proxy((Class<?>) arguments[1], (contextual, called, given) -> {
                inContext.incrementAndGet();
                try {
                    return called.invoke(instance, given);
                } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                }
            });
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(ManagedExecutorTest.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static String threadOf(Executor executor) throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        executor.execute(() -> thread.complete(Thread.currentThread().getName()));
        return thread.get(10, TimeUnit.SECONDS);
    }

    private static String threadOf(ServerTimer timer) throws Exception {
        CompletableFuture<String> thread = new CompletableFuture<>();
        timer.schedule(
                Duration.ofMillis(1),
                () -> thread.complete(Thread.currentThread().getName()));
        return thread.get(10, TimeUnit.SECONDS);
    }

    private ApplicationExecutor dispatcher() {
        return Dispatchers.create(
                SocketIoConfig.builder().set("dispatch", "executor").build(),
                ManagedExecutorTest.class.getClassLoader(),
                own);
    }

    @Test
    void application_code_runs_on_the_containers_executor_in_the_context_of_the_application() throws Exception {
        try (FakeNames names = container()) {
            ApplicationExecutor executor = dispatcher();
            assertThat(executor).hasToString("the container's ManagedExecutorService");
            assertThat(threadOf(executor)).isEqualTo("managed");
            assertThat(inContext).hasValue(1);
            executor.end(Duration.ofSeconds(5));
            assertThat(managed.isShutdown()).as("it is the container's").isFalse();
        }
    }

    @Test
    void the_timer_runs_on_the_containers_scheduled_executor_in_the_context_of_the_application() throws Exception {
        try (FakeNames names = container();
                ServerTimer timer = Timers.create(own)) {
            assertThat(threadOf(timer)).isEqualTo("managed");
            assertThat(inContext).hasPositiveValue();
        }
        assertThat(managed.isShutdown()).as("it is the container's").isFalse();
    }

    @Test
    void a_server_in_such_a_container_has_no_thread_of_its_own() throws Exception {
        Inbox<String> handlers = new Inbox<>();
        try (FakeNames names = container();
                CapturedLog log = new CapturedLog("org.sockeye.web");
                EmbeddedTomcat tomcat = EmbeddedTomcat.builder()
                        .setting("dispatch", "executor")
                        .setting("pingInterval", "50")
                        .application(io -> io.onConnection(
                                socket -> handlers.add(Thread.currentThread().getName())))
                        .start()) {
            EngineClient.Link link =
                    new EngineClient(tomcat.http("/socket.io/")).webSocket("EIO=4&transport=websocket");
            link.next();
            assertThat(link.send("40").next()).startsWith("40");
            assertThat(link.next()).as("a heartbeat of the timer").isEqualTo("2");
            assertThat(handlers.next()).isEqualTo("managed");
            assertThat(log.text(Level.INFO)).contains("Handlers run on the container's ManagedExecutorService");
        }
    }

    @Test
    void elsewhere_both_have_daemon_threads_of_the_server() throws Exception {
        ApplicationExecutor executor = dispatcher();
        assertThat(executor).hasToString("at most 64 daemon threads of the server");
        assertThat(threadOf(executor)).isEqualTo("sockeye-dispatch-1");
        try (ServerTimer timer = Timers.create(own)) {
            assertThat(threadOf(timer)).isEqualTo("sockeye-timer-1");
        }
        executor.end(Duration.ofSeconds(5));
        own.awaitEnd(Duration.ofSeconds(5));
    }
}
