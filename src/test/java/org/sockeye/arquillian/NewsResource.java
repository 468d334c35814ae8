package org.sockeye.arquillian;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.sockeye.Namespace;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;

/** A REST resource that sends to clients, itself and by way of EJBs. */
@Path("news")
public class NewsResource {

    @Inject
    @Of("/news")
    private Namespace news;

    @Inject
    private SocketIoServer io;

    @Inject
    private NewsDesk desk;

    @Inject
    private NewsAlarm alarm;

    @POST
    @Path("resource")
    public void publish(String text) {
        news.emit("news", text, news == io.of("/news"));
    }

    @POST
    @Path("ejb")
    public void hand(String text) {
        desk.publish(text);
    }

    @POST
    @Path("timer")
    public void publishLater(String text) {
        alarm.set(text);
    }
}
