package org.sockeye.example.chat;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sockeye.Namespace;
import org.sockeye.cdi.Of;

/** Tells everyone something, in whichever room: a plain servlet, to which the namespace of the pages is injected. */
@WebServlet("/notice")
@ServletSecurity(@HttpConstraint(rolesAllowed = "moderator"))
public class Notice extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Of("/")
    transient Namespace everyone;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = request.getParameter("text");
        if (text == null || text.isBlank()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        everyone.emit("notice", text);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
