package org.sockeye.arquillian;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.sockeye.Namespace;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;
import org.sockeye.cdi.On;

/** An EJB whose timer sends to clients. */
@Singleton
public class NewsAlarm {

    @Resource
    @SuppressWarnings("NullAway.Init") // set by the container
    private TimerService timers;

    @Inject
    @Of("/news")
    private Namespace news;

    @Inject
    private SocketIoServer io;

    public void set(@Observes @On(value = "remind", namespace = "/news") String text) {
        timers.createSingleActionTimer(1, new TimerConfig(text, false));
    }

    @Timeout
    public void ring(Timer timer) {
        news.emit("news", timer.getInfo(), news == io.of("/news"));
    }
}
