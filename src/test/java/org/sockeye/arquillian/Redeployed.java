package org.sockeye.arquillian;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sockeye.Acknowledgement;
import org.sockeye.cdi.On;

/** An application that is deployed again and again. */
@ApplicationScoped
public class Redeployed {

    void asked(@Observes @On("echo") String text, Acknowledgement ack) {
        ack.answer(text);
    }
}
