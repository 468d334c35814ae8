package org.sockeye.internal.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockeye.Dispatch;
import org.sockeye.internal.core.CoreSuite.Peer;

/** The sockets of a user on several servers. */
class ClusterUsersTest extends ClusterSuite {

    ClusterUsersTest() {
        super(Dispatch.EXECUTOR, new CountingExecutor());
    }

    @Test
    void are_reached_on_every_server_and_can_be_disconnected_there() {
        Peer phone = a.connectAs("alice");
        Peer laptop = b.connectAs("alice");
        Peer bob = b.connectAs("bob");
        c.server.ofUser("alice").emit("mail");
        assertThat(phone.client().heard()).containsExactly("2[\"mail\"]");
        assertThat(laptop.client().heard()).containsExactly("2[\"mail\"]");
        assertThat(bob.client().heard()).isEmpty();
        c.server.ofUser("alice").disconnectSockets();
        settle();
        assertThat(phone.socket().isConnected()).isFalse();
        assertThat(laptop.socket().isConnected()).isFalse();
        assertThat(bob.socket().isConnected()).isTrue();
    }
}
