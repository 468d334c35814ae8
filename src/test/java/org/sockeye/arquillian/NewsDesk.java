package org.sockeye.arquillian;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sockeye.Acknowledgement;
import org.sockeye.Namespace;
import org.sockeye.Socket;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.On;

/** An EJB that sends to clients, and observes what they send. */
@Stateless
public class NewsDesk {

    public record Story(String title) {}

    @Inject
    @Of("/news")
    private Namespace news;

    @Inject
    private SocketIoServer io;

    public void publish(String text) {
        news.emit("news", text, news == io.of("/news"));
    }

    public void submitted(
            @Observes @On(value = "submit", namespace = "/news") Story story, Socket from, Acknowledgement ack) {
        ack.answer(story.title(), from.id());
    }

    public void rejected(@Observes @On(value = "reject", namespace = "/news") String why) {
        throw new IllegalStateException(why);
    }
}
