package org.sockeye.arquillian;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sockeye.Namespace;
import org.sockeye.SocketIoServer;
import org.sockeye.cdi.Of;

/** A servlet of the application, which sends to clients. */
@WebServlet("/publish")
public class Publisher extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Of
    private transient Namespace main;

    @Inject
    private transient SocketIoServer io;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        main.emit("published", main == io.of("/"));
    }
}
