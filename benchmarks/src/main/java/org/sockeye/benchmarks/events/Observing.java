package org.sockeye.benchmarks.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sockeye.Acknowledgement;
import org.sockeye.Socket;
import org.sockeye.cdi.On;

/** The bean of an application. */
@ApplicationScoped
public class Observing {

    void observe(@Observes @On("observed") String text, Socket from, Acknowledgement acknowledgement) {
        Received.receive(text, from, acknowledgement);
    }
}
