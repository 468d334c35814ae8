package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InjectionOnWeldTest extends InjectionContract {

    InjectionOnWeldTest() {
        super(CdiImplementation.WELD);
    }

    /** OpenWebBeans keeps whatever an instance has answered. */
    @Test
    void what_an_instance_answers_is_not_kept_either() throws Exception {
        InjectionBeans.Asking asking = start(InjectionBeans.Asking.class)
                .select(InjectionBeans.Asking.class)
                .get();
        assertThat(kept(socket -> {
                    assertThat(asking.socket()).isSameAs(socket);
                    assertThat(asking.principal()).isSameAs(socket.handshake().principal());
                }))
                .isZero();
    }
}
