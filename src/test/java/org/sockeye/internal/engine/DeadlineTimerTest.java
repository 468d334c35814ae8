package org.sockeye.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void runs_tasks_in_the_order_of_their_deadlines_and_not_before() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch ran = new CountDownLatch(3);
        long start = timer.nanoTime();
        for (int delay : new int[] {60, 20, 40}) {
            timer.schedule(Duration.ofMillis(delay), () -> {
                assertThat(timer.nanoTime() - start).isGreaterThanOrEqualTo(delay * 1_000_000L);
                order.add("after " + delay);
                ran.countDown();
            });
        }
        await(ran);
        assertThat(order).containsExactly("after 20", "after 40", "after 60");
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
    void goes_on_after_a_task_that_throws_and_after_an_interrupt() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        timer.schedule(Duration.ZERO, () -> {
            first.countDown();
            throw new IllegalStateException("thrown by the test");
        });
        await(first);
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
