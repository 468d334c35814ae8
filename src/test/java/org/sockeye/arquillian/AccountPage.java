package org.sockeye.arquillian;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Begins an HTTP session, changes its id, and ends it. */
@WebServlet("/account")
public class AccountPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getQueryString())) {
            case "begin" -> request.getSession(true);
            case "renew" -> request.changeSessionId();
            default -> request.getSession(false).invalidate();
        }
    }
}
