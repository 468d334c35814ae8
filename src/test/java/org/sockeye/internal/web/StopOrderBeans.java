package org.sockeye.internal.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sockeye.cdi.Disconnected;
import org.sockeye.cdi.Disconnection;
import org.sockeye.harness.Inbox;

/** Tells who was disconnected. */
final class StopOrderBeans {

    /** For the test that deploys it, and emptied by that. */
    static final Inbox<String> TOLD = new Inbox<>();

    private StopOrderBeans() {}

    @ApplicationScoped
    static class Witness {
        void gone(@Observes @Disconnected Disconnection gone) {
            TOLD.add(gone.reason().text());
        }
    }
}
