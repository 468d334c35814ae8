package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.Reply;
import org.sockeye.spi.Flags;

class BroadcastAcksTest extends CoreSuite {

    BroadcastAcksTest() {
        super(Dispatch.CONTAINER);
    }

    @Test
    void keep_their_deadline_although_the_first_who_is_asked_leaves_before_the_second_is() throws Exception {
        CoreSocket first = (CoreSocket) connect().socket();
        CoreSocket second = (CoreSocket) connect().socket();
        Flags patience = Flags.NONE.timeout(Duration.ofSeconds(1));
        Gathering<List<Reply>> gathering = Gathering.of(Objects.requireNonNull(server.running()), patience);
        BroadcastAcks acks = new BroadcastAcks(77, gathering);
        assertThat(acks.expect(first)).isTrue();
        first.disconnect();
        assertThat(acks.expect(first)).isFalse();
        assertThat(acks.expect(second)).isTrue();
        acks.arm(timer, Duration.ofSeconds(1));
        assertThat(second.acks().count()).isOne();
        timer.advance(Duration.ofSeconds(1));
        assertThat(second.acks().count()).isZero();
        assertThat(timer.pending()).isZero();
    }
}
