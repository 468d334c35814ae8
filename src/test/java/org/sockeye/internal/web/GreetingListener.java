package org.sockeye.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import org.sockeye.SocketIoServer;

/** An application that tells who asks which server it is. */
@WebListener
public final class GreetingListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        for (Object name : (List<?>) context.getAttribute(SocketIoServer.class.getName() + ".names")) {
            SocketIoServer io = SocketIoServer.from(context::getAttribute, (String) name);
            io.onConnection(socket -> socket.on("greet", asked -> socket.emit("greeting", name)));
        }
    }
}
