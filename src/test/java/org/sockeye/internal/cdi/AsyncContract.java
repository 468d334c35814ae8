package org.sockeye.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockeye.DisconnectReason;
import org.sockeye.PayloadException;

/** How asynchronous observers are called, whichever CDI implementation calls them. */
abstract class AsyncContract extends CdiContract {

    AsyncContract(CdiImplementation cdi) {
        super(cdi);
    }

    private void later() throws Exception {
        for (Runnable work : List.copyOf(outcome.later)) {
            onThreadOfItsOwn(work);
        }
    }

    @Test
    void they_are_called_on_the_servers_executor_and_not_by_whoever_delivers() throws Exception {
        start(AsyncBeans.Chat.class);
        assertThat(receive("number", "7")).isTrue();
        assertThat(seen()).isEmpty();
        later();
        assertThat(seen()).containsExactly(7);
    }

    @Test
    void they_are_given_the_events_own_socket_acknowledgement_namespace_and_handshake() throws Exception {
        start(AsyncBeans.Chat.class);
        FakeEvent event = new FakeEvent(alice, "said", "\"hi\"");
        receive(event);
        later();
        assertThat(seen()).containsExactly("hi", alice, event.acknowledgement(), alice.namespace(), alice.handshake());
    }

    @Test
    void each_has_a_request_context_of_its_own() throws Exception {
        start(AsyncBeans.UsesRequestScope.class, DeliveryBeans.PerEvent.class);
        onThreadOfItsOwn(() -> receive("request"));
        later();
        assertThat(seen()).containsExactly(1, 1, 1);
    }

    @Test
    void they_observe_connections_and_disconnections_too() throws Exception {
        start(AsyncBeans.Life.class);
        events().connected(alice, outcome);
        events().disconnecting(alice, DisconnectReason.TRANSPORT_CLOSE, null, outcome);
        events().disconnected(alice, DisconnectReason.TRANSPORT_CLOSE, null, outcome);
        assertThat(seen()).isEmpty();
        later();
        assertThat(seen()).containsExactly(true, true, true);
    }

    @Test
    void what_they_throw_is_told() throws Exception {
        start(AsyncBeans.Chat.class);
        outcome.isListened = true;
        receive("fail");
        later();
        assertThat(outcome.log)
                .satisfiesExactly(returned -> assertThat(returned).isEqualTo("returned"), thrown -> assertThat(thrown)
                        .isExactlyInstanceOf(IllegalStateException.class));
    }

    @Test
    void a_payload_that_does_not_fit_is_told_before() {
        start(AsyncBeans.Chat.class);
        outcome.isListened = true;
        receive("number", "\"seven\"");
        assertThat(outcome.later).isEmpty();
        assertThat(outcome.log).singleElement().isInstanceOf(PayloadException.class);
    }
}
