package org.sockeye.internal.cdi;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sockeye.Socket;
import org.sockeye.internal.core.ApplicationEvents;
import org.sockeye.internal.core.ServerDirectory;

/** An application of its own for each test, deployed to one CDI implementation. */
abstract class CdiContract {

    private final CdiImplementation cdi;
    final Socket alice = Fakes.socket("alice");
    final ApplicationLoader application = new ApplicationLoader();
    private @Nullable SeContainer started;

    CdiContract(CdiImplementation cdi) {
        this.cdi = cdi;
    }

    /** Each test is an application of its own. */
    @BeforeEach
    void enter() {
        Thread.currentThread().setContextClassLoader(application);
    }

    @AfterEach
    void leave() {
        stop();
        Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }

    void stop() {
        if (started != null && started.isRunning()) {
            started.close();
        }
    }

    SeContainer start(Class<?>... beans) {
        return start(new Extension[0], beans);
    }

    SeContainer start(Extension[] extensions, Class<?>... beans) {
        started = cdi.container()
                .addExtensions(extensions)
                .addBeanClasses(Recorder.class)
                .addBeanClasses(beans)
                .initialize();
        return started;
    }

    static ServerDirectory directory() {
        return ServerDirectory.of(Thread.currentThread().getContextClassLoader());
    }

    static ApplicationEvents events() {
        return directory().events();
    }

    List<Object> seen() {
        return requireNonNull(started).select(Recorder.class).get().seen();
    }

    /** How it went with the events that were received. */
    final RecordedOutcome outcome = new RecordedOutcome();

    boolean receive(String event, Object... arguments) {
        return receive(new FakeEvent(alice, event, arguments));
    }

    boolean receive(FakeEvent event) {
        List<Boolean> observed = new ArrayList<>();
        events().inRequestContext(() -> observed.add(events().received(event, outcome)));
        return observed.get(0);
    }

    /** As on the server's dispatch; the thread that starts a container may have a request context for good. */
    static void onThreadOfItsOwn(Runnable work) throws Exception {
        FutureTask<@Nullable Void> task = new FutureTask<>(work, null);
        new Thread(task).start();
        task.get();
    }
}
