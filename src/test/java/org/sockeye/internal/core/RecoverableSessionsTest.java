package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sockeye.internal.engine.ManualTimer;
import org.sockeye.spi.RecoverableSession;

/** Sessions that wait for their clients for a minute, three of them at most. */
class RecoverableSessionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualTimer timer = new ManualTimer();
    private final List<String> expired = new ArrayList<>();
    private final RecoverableSessions sessions = new RecoverableSessions(
            3, MINUTE, timer, absent -> expired.add(absent.session().id()));
    private final CoreNamespace namespace =
            new CoreServer("", getClass().getClassLoader(), local -> () -> local).of("/");

    private AbsentSocket absent(String id) {
        return new AbsentSocket(
                namespace,
                new RecoverableSession(id, "secret-" + id, Set.of(id), Map.of()),
                new CoreSocketData(new PlainCodec(), Map.of()),
                new Reading(0, null, 0),
                RequestBy.NOBODY,
                CompletableFuture.completedFuture(null));
    }

    private void add(String... ids) {
        for (String id : ids) {
            sessions.add(absent(id));
        }
    }

    @Test
    void are_found_by_their_secret_once() {
        add("a", "b");
        assertThat(sessions.take("/", "secret-a"))
                .extracting(absent -> absent.session().id())
                .isEqualTo("a");
        assertThat(sessions.take("/", "secret-a")).isNull();
        assertThat(sessions.take("/", "b")).isNull();
        assertThat(sessions.count()).isOne();
    }

    @Test
    void are_found_in_their_own_namespace() {
        add("a");
        assertThat(sessions.take("/other", "secret-a")).isNull();
        assertThat(sessions.take("/", "secret-a")).isNotNull();
    }

    @Test
    void expire_when_their_time_is_over() {
        add("a");
        timer.advance(MINUTE.dividedBy(2));
        add("b");
        timer.advance(MINUTE.dividedBy(2));
        assertThat(expired).containsExactly("a");
        assertThat(sessions.take("/", "secret-a")).isNull();
        assertThat(sessions.count()).isOne();
        timer.advance(MINUTE);
        assertThat(expired).containsExactly("a", "b");
        assertThat(timer.pending()).isZero();
    }

    @Test
    void that_were_recovered_do_not_expire() {
        add("a");
        sessions.take("/", "secret-a");
        timer.advance(MINUTE);
        assertThat(expired).isEmpty();
    }

    @Test
    void expire_when_there_are_too_many_the_oldest_first() {
        add("a", "b", "c", "d", "e");
        assertThat(expired).containsExactly("a", "b");
        assertThat(sessions.count()).isEqualTo(3);
    }

    @Test
    void are_in_the_timer_by_one_task_and_by_none_after_the_end() {
        add("a", "b");
        assertThat(timer.pending()).isOne();
        sessions.end();
        add("c");
        assertThat(timer.pending()).isZero();
        assertThat(sessions.count()).isZero();
        assertThat(expired).isEmpty();
    }

    @Test
    void do_not_give_their_secret_away() {
        assertThat(absent("a").toString()).contains("id=a").doesNotContain("secret");
    }
}
