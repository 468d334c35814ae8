package org.sockeye.example.chat;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sockeye.SocketIoServer;

/**
 * Logs a browser out. With the parameter {@code everywhere}, all pages of the user are disconnected, on all of her devices; they are told why,
 * and come here by themselves to end their own logins.
 */
@WebServlet("/logout")
public class Logout extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SocketIoServer io;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        if (request.getParameter("everywhere") != null) {
            io.ofUser(request.getRemoteUser()).emit("logout");
            io.ofUser(request.getRemoteUser()).disconnectSockets();
        }
        request.logout();
        request.getSession().invalidate();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
