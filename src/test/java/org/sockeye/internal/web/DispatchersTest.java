package org.sockeye.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class DispatchersTest {

    private final AtomicBoolean full = new AtomicBoolean();
    private final ApplicationExecutor executor = Dispatchers.withOverflow(
            task -> {
                if (full.get()) {
                    throw new RejectedExecutionException("full, says the test");
                }
                task.run();
            },
            2,
            DispatchersTest.class.getClassLoader(),
            new OwnThreads(DispatchersTest.class.getClassLoader()));

    private String threadOfATask() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<String> ran = new CompletableFuture<>();
        executor.execute(() -> ran.complete(Thread.currentThread().getName()));
        return ran.get(10, TimeUnit.SECONDS);
    }

    @Test
    void work_that_the_containers_executor_does_not_take_is_not_done_by_whoever_gave_it() throws Exception {
        assertThat(threadOfATask()).isEqualTo(Thread.currentThread().getName());
        full.set(true);
        assertThat(threadOfATask()).startsWith("sockeye-overflow-");
        full.set(false);
        assertThat(threadOfATask()).isEqualTo(Thread.currentThread().getName());
        executor.end(Duration.ofSeconds(5));
    }

    @Test
    void after_the_end_nothing_is_taken() {
        full.set(true);
        executor.end(Duration.ofSeconds(5));
        assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
