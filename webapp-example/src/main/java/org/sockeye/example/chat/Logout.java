package org.sockeye.example.chat;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sockeye.SocketIoServer;

/**
 * Logs a browser out, and with the parameter {@code everywhere} disconnects all pages of its user, on all of her devices: each of
 * those then comes here by itself, to end its own login.
 */
@WebServlet("/logout")
public class Logout extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SocketIoServer io;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        if (request.getParameter("everywhere") != null) {
            io.in("user/" + request.getRemoteUser()).disconnectSockets();
        }
        request.logout();
        request.getSession().invalidate();
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
