package org.sockeye.harness;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** A page of the application at {@code /account} that begins an HTTP session, changes its id, and ends it. */
public final class Account extends HttpServlet implements Consumer<StandardContext> {

    private static final long serialVersionUID = 1L;

    @Override
    public void accept(StandardContext context) {
        Tomcat.addServlet(context, "account", this).addMapping("/account");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getQueryString())) {
            case "begin" -> request.getSession(true);
            case "renew" -> request.changeSessionId();
            case "end" -> request.getSession(false).invalidate();
            default -> throw new IOException("nothing to do");
        }
    }

    /** Begins a session; answers the header by which a client shows it. */
    public static String[] begin(EmbeddedTomcat tomcat, String... headers) {
        return cookie(ask(tomcat, "begin", headers));
    }

    /** Changes the id, as a login does; answers the header of the new one. */
    public static String[] renew(EmbeddedTomcat tomcat, String... headers) {
        return cookie(ask(tomcat, "renew", headers));
    }

    public static void end(EmbeddedTomcat tomcat, String... headers) {
        ask(tomcat, "end", headers);
    }

    /** Both. */
    public static String[] with(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] cookie(HttpResponse<Void> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return new String[] {"Cookie", set.substring(0, set.indexOf(';'))};
    }

    private static HttpResponse<Void> ask(EmbeddedTomcat tomcat, String what, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(tomcat.http("/account?" + what).toString()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new AssertionError("status " + answer.statusCode());
            }
            return answer;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
