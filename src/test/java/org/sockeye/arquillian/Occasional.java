package org.sockeye.arquillian;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import org.sockeye.SocketEvent;
import org.sockeye.cdi.On;

/** Is told of an event only if somebody used it before, within that event. */
@RequestScoped
public class Occasional {

    private boolean isUsed;

    public void use() {
        isUsed = true;
    }

    void observe(@Observes(notifyObserver = Reception.IF_EXISTS) @Priority(3000) @On("occasion") SocketEvent event) {
        event.answer("told " + isUsed);
    }

    /** Uses it, if the client wants that. */
    @RequestScoped
    public static class User {

        @Inject
        Occasional occasional;

        void use(@Observes @Priority(1000) @On("occasion") boolean wanted) {
            if (wanted) {
                occasional.use();
            }
        }
    }

    /** Answers if nobody has. */
    @RequestScoped
    public static class Last {

        void answer(@Observes @Priority(4000) @On("occasion") SocketEvent event) {
            event.answer("not told");
        }
    }
}
