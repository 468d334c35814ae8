package org.sockeye.internal.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.Map;
import org.sockeye.SocketIoServer;

/** An application of a plain servlet container, loaded by its own class loader. */
@WebListener
public final class PlainApplication implements ServletContextListener {

    record Message(String text) {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SocketIoServer io = (SocketIoServer) event.getServletContext().getAttribute(SocketIoServer.class.getName());
        io.onConnection(socket -> {
            socket.on(
                    "all",
                    all -> socket.emit(
                            "all",
                            all.argument(0, String.class),
                            all.argument(1, Integer.class),
                            all.argument(2, List.class),
                            all.argument(3, Map.class),
                            all.argument(4, byte[].class)));
            try {
                socket.on("record", Message.class, (message, record) -> record.answer("bound"));
            } catch (RuntimeException refused) {
                socket.emit("refused", refused.getMessage());
            }
        });
    }
}
