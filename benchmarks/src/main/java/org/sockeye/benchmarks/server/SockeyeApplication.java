package org.sockeye.benchmarks.server;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.sockeye.SocketIoServer;

/** What the clients of the benchmarks talk to. */
public final class SockeyeApplication implements ServletContextListener {

    static void install(ServletContext context) {
        context.addListener(SockeyeApplication.class);
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SocketIoServer io = (SocketIoServer) event.getServletContext().getAttribute(SocketIoServer.class.getName());
        io.onConnection(socket -> {
            socket.on("echo", String.class, (text, message) -> socket.emit("echo", text));
            socket.on("say", String.class, (text, message) -> io.emit("said", text));
        });
    }
}
