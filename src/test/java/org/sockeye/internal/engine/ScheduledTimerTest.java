package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduledTimerTest {

    private final Pool container = new Pool("container");
    private final Pool own = new Pool("own");
    private final ScheduledTimer timer = new ScheduledTimer(container, () -> own);

    private static final class Pool extends ScheduledThreadPoolExecutor {

        private final AtomicInteger asked = new AtomicInteger();
        /** Written by the test, read by whoever asks. */
        private volatile @Nullable RuntimeException refusal;

        Pool(String name) {
            super(3, task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            });
            setRemoveOnCancelPolicy(true);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            asked.incrementAndGet();
            RuntimeException thrown = refusal;
            if (thrown != null) {
                throw thrown;
            }
            return super.schedule(task, delay, unit);
        }
    }

    @AfterEach
    void close() {
        timer.close();
        container.shutdownNow();
        own.shutdownNow();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_executor_knows_of_one_task_however_many_wait() {
        for (int i = 0; i < 1000; i++) {
            timer.schedule(Duration.ofHours(1000 - i), () -> {});
        }
        assertThat(timer.pending()).isEqualTo(1000);
        assertThat(container.getQueue()).hasSize(1);
    }

    /** A container may keep it, and what it refers to, after it was cancelled. */
    @Test
    void the_executor_knows_of_no_task_that_is_far_ahead() {
        timer.schedule(Duration.ofHours(1), () -> {});
        assertThat(container.getQueue()).singleElement().satisfies(task -> assertThat(
                        ((Delayed) task).getDelay(TimeUnit.MILLISECONDS))
                .isLessThanOrEqualTo(1000));
    }

    @Test
    void a_task_that_is_further_ahead_than_the_executor_is_asked_for_runs_at_its_time() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        long start = timer.nanoTime();
        timer.schedule(Duration.ofMillis(1100), ran::countDown);
        await(ran);
        assertThat(timer.nanoTime() - start).isGreaterThanOrEqualTo(1_100_000_000L);
    }

    @Test
    void runs_tasks_at_their_time_and_none_before() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        AtomicLong ranAt = new AtomicLong();
        long start = timer.nanoTime();
        timer.schedule(Duration.ofHours(1), () -> {});
        timer.schedule(Duration.ofMillis(20), () -> {
            ranAt.set(timer.nanoTime());
            ran.countDown();
        });
        await(ran);
        assertThat(ranAt.get() - start).isGreaterThanOrEqualTo(20_000_000L);
        assertThat(timer.pending()).isOne();
    }

    @Test
    void tasks_run_one_after_the_other_in_the_order_of_their_deadlines() throws InterruptedException {
        List<Integer> order = new CopyOnWriteArrayList<>();
        CountDownLatch ran = new CountDownLatch(3);
        CountDownLatch hold = held();
        for (int hours : new int[] {1, 3, 2}) {
            timer.schedule(Duration.ofHours(-hours), () -> {
                order.add(hours);
                ran.countDown();
            });
        }
        assertThat(order).isEmpty();
        hold.countDown();
        await(ran);
        assertThat(order).containsExactly(3, 2, 1);
    }

    private static void join(CountDownLatch latch) {
        try {
            await(latch);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void many_threads_that_schedule_lose_no_task() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(4000);
        for (int thread = 0; thread < 4; thread++) {
            new Thread(() -> {
                        for (int i = 0; i < 1000; i++) {
                            timer.schedule(Duration.ofNanos(i * 7919 % 5_000_000), ran::countDown);
                        }
                    })
                    .start();
        }
        await(ran);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void forgets_a_cancelled_task_at_once_and_goes_on_with_the_others() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch ran = new CountDownLatch(1);
        CountDownLatch hold = held();
        Timer.Task first = timer.schedule(Duration.ZERO, () -> order.add("cancelled"));
        timer.schedule(Duration.ZERO, ran::countDown);
        first.cancel();
        assertThat(timer.pending()).isOne();
        hold.countDown();
        await(ran);
        assertThat(order).isEmpty();
    }

    /** A task of the timer runs now, until what is answered is released. */
    private CountDownLatch held() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        timer.schedule(Duration.ZERO, () -> {
            begun.countDown();
            join(hold);
        });
        await(begun);
        return hold;
    }

    @Test
    void the_executor_is_not_asked_again_and_again_while_a_task_takes_its_time() throws Exception {
        CountDownLatch ran = new CountDownLatch(1);
        CountDownLatch hold = held();
        timer.schedule(Duration.ZERO, ran::countDown);
        for (int i = 0; i < 100; i++) {
            container.submit(() -> {}).get(20, TimeUnit.SECONDS);
        }
        assertThat(container.asked).hasValue(2 + 100);
        hold.countDown();
        await(ran);
    }

    @Test
    void goes_on_after_tasks_that_throw() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        timer.schedule(Duration.ZERO, () -> {
            throw new LinkageError("thrown by the test");
        });
        timer.schedule(Duration.ofMillis(5), ran::countDown);
        await(ran);
    }

    @Test
    void an_executor_that_takes_nothing_any_more_is_replaced_and_nothing_is_lost() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(2);
        List<String> threads = new CopyOnWriteArrayList<>();
        Runnable noting = () -> {
            threads.add(Thread.currentThread().getName());
            ran.countDown();
        };
        timer.schedule(Duration.ofMillis(500), noting);
        container.shutdownNow();
        timer.schedule(Duration.ZERO, noting);
        await(ran);
        assertThat(threads).containsOnly("own");
    }

    @Test
    void an_executor_that_refuses_in_a_way_of_its_own_is_replaced_too() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(2);
        container.refusal = new UnsupportedOperationException("thrown by the test");
        timer.schedule(Duration.ZERO, ran::countDown);
        timer.schedule(Duration.ZERO, ran::countDown);
        await(ran);
    }

    @Test
    void leaves_nothing_with_the_executor_when_it_is_closed() {
        timer.schedule(Duration.ofHours(1), () -> {});
        timer.close();
        timer.close();
        timer.schedule(Duration.ZERO, () -> {
            throw new AssertionError("scheduled after the end");
        });
        assertThat(container.getQueue()).isEmpty();
        assertThat(container.isShutdown()).as("it is the container's").isFalse();
        assertThat(timer.pending()).isZero();
    }

    @Test
    void ends_its_own_executor_when_it_is_closed() throws InterruptedException {
        container.shutdownNow();
        timer.schedule(Duration.ofHours(1), () -> {});
        timer.close();
        assertThat(own.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
}
