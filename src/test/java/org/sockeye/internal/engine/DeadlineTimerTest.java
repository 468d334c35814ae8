package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlineTimerTest {

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final DeadlineTimer timer = new DeadlineTimer(this::newThread);

    private Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "timer of the test");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void close() {
        timer.close();
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void has_no_thread_before_its_first_task_and_one_after_many() throws InterruptedException {
        assertThat(threads).isEmpty();
        CountDownLatch ran = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            timer.schedule(Duration.ofMillis(i % 7), ran::countDown);
        }
        await(ran);
        assertThat(threads).hasSize(1);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void runs_tasks_in_the_order_of_their_deadlines() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(3);
        timer.schedule(Duration.ofHours(-4), () -> join(hold));
        for (int hours : new int[] {1, 3, 2}) {
            timer.schedule(Duration.ofHours(-hours), () -> {
                order.add("due " + hours + " hours ago");
                ran.countDown();
            });
        }
        hold.countDown();
        await(ran);
        assertThat(order).containsExactly("due 3 hours ago", "due 2 hours ago", "due 1 hours ago");
    }

    @Test
    void runs_no_task_before_its_deadline() throws InterruptedException {
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
    }

    @Test
    void takes_a_delay_that_no_clock_can_hold() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        timer.schedule(Duration.ofSeconds(Long.MAX_VALUE), () -> {});
        timer.schedule(Duration.ZERO, ran::countDown);
        await(ran);
        assertThat(timer.pending()).isOne();
    }

    @Test
    void runs_tasks_of_one_deadline_in_the_order_of_scheduling() throws InterruptedException {
        List<Integer> order = new CopyOnWriteArrayList<>();
        CountDownLatch hold = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(5);
        timer.schedule(Duration.ZERO, () -> join(hold));
        for (int i = 0; i < 5; i++) {
            int number = i;
            timer.schedule(Duration.ZERO, () -> {
                order.add(number);
                ran.countDown();
            });
        }
        hold.countDown();
        await(ran);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    private static void join(CountDownLatch latch) {
        try {
            await(latch);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void forgets_a_cancelled_task_at_once() {
        Timer.Task task = timer.schedule(Duration.ofHours(1), () -> {});
        timer.schedule(Duration.ofHours(2), () -> {});
        assertThat(timer.pending()).isEqualTo(2);
        task.cancel();
        task.cancel();
        assertThat(timer.pending()).isOne();
    }

    @Test
    void goes_on_after_tasks_that_throw_and_after_an_interrupt() throws InterruptedException {
        CountDownLatch thrown = new CountDownLatch(2);
        timer.schedule(Duration.ZERO, () -> {
            thrown.countDown();
            throw new IllegalStateException("thrown by the test");
        });
        timer.schedule(Duration.ZERO, () -> {
            thrown.countDown();
            throw new LinkageError("thrown by the test");
        });
        await(thrown);
        threads.get(0).interrupt();
        CountDownLatch second = new CountDownLatch(1);
        timer.schedule(Duration.ofMillis(5), second::countDown);
        await(second);
        assertThat(threads).hasSize(1);
    }

    @Test
    void ends_its_thread_and_forgets_everything_when_closed() throws InterruptedException {
        timer.schedule(Duration.ofHours(1), () -> {});
        timer.close();
        timer.close();
        threads.get(0).join(20_000);
        assertThat(threads.get(0).isAlive()).isFalse();
        timer.schedule(Duration.ZERO, () -> {
            throw new AssertionError("scheduled after the end");
        });
        assertThat(timer.pending()).isZero();
        assertThat(threads).hasSize(1);
    }
}
